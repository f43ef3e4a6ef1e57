// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.PredictionTimeline.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentJoinerTest {
    private static final EmotionDistribution ANGRY = of(Emotion.ANGRY, 0.8f);
    private static final EmotionDistribution SAD = of(Emotion.SAD, 0.8f);
    private static final EmotionDistribution PERHAPS_SAD = of(Emotion.SAD, 0.3f);

    @Test
    void smoothsAwayASingleDeviatingWindowButNotAcrossUtterances() {
        List<Window> windows = List.of(window(0, 1, SAD), window(1, 2, ANGRY), window(2, 3, SAD));

        List<Window> together = SegmentJoiner.smooth(windows, List.of(0, 0, 0));
        assertThat(together.get(1).distribution().of(Emotion.SAD)).isGreaterThan(0.4f);

        List<Window> apart = SegmentJoiner.smooth(windows, List.of(0, 1, 2));
        assertThat(apart.get(1).distribution().of(Emotion.ANGRY)).isCloseTo(0.8f, within(1e-6f));
    }

    @Test
    void joinsNeighboursThatAgreeAndWeighsThemByTime() {
        var joiner = new SegmentJoiner(0.4);
        List<Segment> segments =
                joiner.join(
                        List.of(
                                window(0, 3, ANGRY),
                                window(3, 4, of(Emotion.ANGRY, 0.6f)),
                                window(4.5, 5, SAD),
                                window(9, 10, SAD)));
        assertThat(segments).hasSize(3);
        assertThat(segments.get(0).endSeconds()).isEqualTo(4);
        assertThat(segments.get(0).confidence()).isCloseTo(0.75f, within(1e-5f));
        assertThat(segments.get(1).startSeconds()).isEqualTo(4.5);
        assertThat(segments.get(2).startSeconds()).isEqualTo(9);
    }

    @Test
    void marksWhatLiesBelowTheThresholdAndKeepsItApart() {
        List<Segment> segments =
                new SegmentJoiner(0.4).join(List.of(window(0, 1, SAD), window(1, 2, PERHAPS_SAD)));
        assertThat(segments).extracting(Segment::uncertain).containsExactly(false, true);
    }

    private static Window window(double start, double end, EmotionDistribution d) {
        return new Window(0, start, end, d);
    }

    private static EmotionDistribution of(Emotion emotion, float probability) {
        float[] p = new float[8];
        java.util.Arrays.fill(p, (1 - probability) / 7);
        p[emotion.ordinal()] = probability;
        return EmotionDistribution.of(p);
    }
}
