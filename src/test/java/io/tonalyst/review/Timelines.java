// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.review;

import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.emotion.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Recordings of a minute with two channels, made up of their segments. */
final class Timelines {
    /** Probability 0.65 for anger. */
    static final EmotionDistribution ANGRY = EmotionDistribution.of(1, 1, 1, 1, 13, 1, 1, 1);

    /** Probability 0.05 for anger. */
    static final EmotionDistribution SAD = EmotionDistribution.of(1, 1, 1, 13, 1, 1, 1, 1);

    private Timelines() {}

    /** Each segment is one window, too. */
    static PredictionTimeline of(Segment... segments) {
        List<Window> windows =
                Arrays.stream(segments)
                        .map(
                                s ->
                                        new Window(
                                                s.channel(),
                                                s.startSeconds(),
                                                s.endSeconds(),
                                                s.distribution()))
                        .toList();
        return new PredictionTimeline(60, 2, windows, List.of(segments), Optional.of(SAD));
    }
}
