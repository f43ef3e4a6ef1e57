// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.emotion.PredictionTimeline.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the windows of one channel into segments: smooths each utterance, then joins what agrees.
 */
final class SegmentJoiner {
    /** Pause across which segments of one emotion are joined, in seconds. */
    private static final double MAX_PAUSE = 0.6;

    /** Weight of a window's own answer; its neighbours in the utterance share the rest. */
    private static final float OWN_WEIGHT = 0.5f;

    private final double abstainBelow;

    /**
     * @param abstainBelow confidence under which a segment is marked as uncertain
     */
    SegmentJoiner(double abstainBelow) {
        this.abstainBelow = abstainBelow;
    }

    /**
     * Smooths each window with the one before and after it in the same utterance.
     *
     * @param utterances number of the utterance of each window
     */
    static List<Window> smooth(List<Window> windows, List<Integer> utterances) {
        List<Window> smoothed = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            float[] sum = new float[Emotion.ALL.size()];
            add(sum, windows.get(i).distribution(), OWN_WEIGHT);
            for (int j = i - 1; j <= i + 1; j += 2) {
                boolean neighbour =
                        j >= 0 && j < windows.size() && utterances.get(j).equals(utterances.get(i));
                Window source = windows.get(neighbour ? j : i);
                add(sum, source.distribution(), (1 - OWN_WEIGHT) / 2);
            }
            Window w = windows.get(i);
            smoothed.add(
                    new Window(
                            w.channel(),
                            w.startSeconds(),
                            w.endSeconds(),
                            EmotionDistribution.of(sum)));
        }
        return smoothed;
    }

    /** Segments of one channel in order of time. */
    List<Segment> join(List<Window> windows) {
        List<Segment> segments = new ArrayList<>();
        List<Window> run = new ArrayList<>();
        for (Window window : windows) {
            if (!run.isEmpty() && !continues(run.getLast(), window)) {
                segments.add(segment(run));
                run.clear();
            }
            run.add(window);
        }
        if (!run.isEmpty()) {
            segments.add(segment(run));
        }
        return segments;
    }

    private boolean continues(Window last, Window next) {
        return next.startSeconds() - last.endSeconds() <= MAX_PAUSE
                && next.distribution().top() == last.distribution().top()
                && isUncertain(next.distribution()) == isUncertain(last.distribution());
    }

    private boolean isUncertain(EmotionDistribution distribution) {
        return distribution.confidence() < abstainBelow;
    }

    private Segment segment(List<Window> run) {
        EmotionDistribution mean = mean(run);
        return new Segment(
                run.getFirst().channel(),
                run.getFirst().startSeconds(),
                run.getLast().endSeconds(),
                mean,
                isUncertain(mean));
    }

    /** The mean over windows, each weighted by the time it stands for; at least one window. */
    static EmotionDistribution mean(List<Window> windows) {
        float[] sum = new float[Emotion.ALL.size()];
        for (Window w : windows) {
            add(sum, w.distribution(), (float) (w.endSeconds() - w.startSeconds()));
        }
        return EmotionDistribution.of(sum);
    }

    private static void add(float[] sum, EmotionDistribution distribution, float weight) {
        for (Emotion emotion : Emotion.ALL) {
            sum[emotion.ordinal()] += weight * distribution.of(emotion);
        }
    }
}
