// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.emotion.Segment;
import java.util.List;
import java.util.Optional;

/** Answers what a timeline says of a moment or a stretch. */
final class TimelineQuery {
    private final PredictionTimeline timeline;

    TimelineQuery(PredictionTimeline timeline) {
        this.timeline = timeline;
    }

    /** The prediction for a moment of a channel; empty where there is no speech. */
    Optional<EmotionDistribution> at(int channel, double seconds) {
        return timeline.windows().stream()
                .filter(w -> w.channel() == channel)
                .filter(w -> seconds >= w.startSeconds() && seconds < w.endSeconds())
                .map(Window::distribution)
                .findFirst();
    }

    Optional<Segment> segmentAt(int channel, double seconds) {
        return timeline.segments().stream()
                .filter(s -> s.channel() == channel)
                .filter(s -> seconds >= s.startSeconds() && seconds < s.endSeconds())
                .findFirst();
    }

    /** Mean over all channels in a stretch, each window weighted by its time in it. */
    Optional<EmotionDistribution> mean(TimeRange range) {
        float[] sum = new float[Emotion.ALL.size()];
        for (Window window : timeline.windows()) {
            double weight = overlap(range, window.startSeconds(), window.endSeconds());
            for (Emotion emotion : Emotion.ALL) {
                sum[emotion.ordinal()] += (float) (weight * window.distribution().of(emotion));
            }
        }
        for (float value : sum) {
            if (value > 0) {
                return Optional.of(EmotionDistribution.of(sum));
            }
        }
        return Optional.empty();
    }

    /**
     * Share of the spoken time that each emotion wins, in the order of {@link Emotion}; uncertain
     * segments count for none, so the shares may sum to less than 1. All 0 without speech.
     */
    double[] shares() {
        double[] seconds = new double[Emotion.ALL.size()];
        double all = 0;
        for (Segment segment : timeline.segments()) {
            double length = segment.endSeconds() - segment.startSeconds();
            all += length;
            if (!segment.uncertain()) {
                seconds[segment.emotion().ordinal()] += length;
            }
        }
        for (int i = 0; i < seconds.length && all > 0; i++) {
            seconds[i] /= all;
        }
        return seconds;
    }

    /** Seconds of speech, summed over the channels. */
    double spokenSeconds() {
        return timeline.segments().stream()
                .mapToDouble(s -> s.endSeconds() - s.startSeconds())
                .sum();
    }

    /** Emotions by falling probability. */
    static List<Emotion> ranked(EmotionDistribution distribution) {
        return Emotion.ALL.stream()
                .sorted((a, b) -> Float.compare(distribution.of(b), distribution.of(a)))
                .toList();
    }

    private static double overlap(TimeRange range, double start, double end) {
        return Math.max(0, Math.min(range.end(), end) - Math.max(range.start(), start));
    }
}
