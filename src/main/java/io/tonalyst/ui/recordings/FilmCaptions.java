// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Review;
import io.tonalyst.video.SubRip.Caption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is heard in a recording, in words: the emotion of each segment with its confidence, where
 * the model abstains, and which channel speaks.
 */
final class FilmCaptions {
    private FilmCaptions() {}

    /**
     * The captions of a stretch, in seconds from its start, one after the other: where channels
     * speak at once, their lines stand below each other.
     */
    static List<Caption> of(PredictionTimeline timeline, Review review, TimeRange stretch) {
        var edges = new TreeSet<Double>();
        List<Segment> shown =
                timeline.segments().stream()
                        .filter(
                                s ->
                                        s.endSeconds() > stretch.start()
                                                && s.startSeconds() < stretch.end())
                        .toList();
        for (Segment segment : shown) {
            edges.add(Math.max(stretch.start(), segment.startSeconds()));
            edges.add(Math.min(stretch.end(), segment.endSeconds()));
        }
        List<Caption> captions = new ArrayList<>();
        Double from = null;
        for (Double to : edges) {
            if (from != null) {
                double middle = (from + to) / 2;
                List<String> lines = lines(shown, timeline.channels(), review, middle);
                if (!lines.isEmpty()) {
                    captions.add(
                            new Caption(
                                    from - stretch.start(),
                                    to - stretch.start(),
                                    String.join("\n", lines)));
                }
            }
            from = to;
        }
        return captions;
    }

    /** What each channel that speaks says at a time, in the order of channels. */
    static List<String> lines(List<Segment> segments, int channels, Review review, double seconds) {
        return segments.stream()
                .filter(s -> seconds >= s.startSeconds() && seconds < s.endSeconds())
                .sorted((a, b) -> Integer.compare(a.channel(), b.channel()))
                .map(s -> line(s, channels, review))
                .toList();
    }

    private static String line(Segment segment, int channels, Review review) {
        String speaker = channels == 1 ? "" : Lanes.name(segment.channel(), channels) + ": ";
        String percent = Math.round(100 * segment.confidence()) + " %";
        String said =
                segment.uncertain()
                        ? "uncertain, perhaps " + segment.emotion().key() + " (" + percent + ")"
                        : segment.emotion().key() + ", " + percent;
        Optional<Emotion> label = review.of(segment).flatMap(Annotation::label);
        return speaker + said + label.map(e -> "; a person says " + e.key()).orElse("");
    }
}
