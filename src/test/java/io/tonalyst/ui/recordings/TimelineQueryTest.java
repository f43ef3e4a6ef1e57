// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.emotion.Segment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineQueryTest {
    private static final EmotionDistribution ANGRY = only(Emotion.ANGRY);
    private static final EmotionDistribution SAD = only(Emotion.SAD);
    private final TimelineQuery query =
            new TimelineQuery(
                    new PredictionTimeline(
                            20,
                            2,
                            List.of(new Window(0, 0, 4, ANGRY), new Window(0, 4, 6, SAD)),
                            List.of(
                                    new Segment(0, 0, 4, ANGRY, false),
                                    new Segment(0, 4, 6, SAD, true)),
                            Optional.empty()));

    @Test
    void aMomentBelongsToTheWindowOfItsChannel() {
        assertThat(query.at(0, 3.9).orElseThrow().top()).isEqualTo(Emotion.ANGRY);
        assertThat(query.at(0, 4).orElseThrow().top()).isEqualTo(Emotion.SAD);
        assertThat(query.at(0, 6)).isEmpty();
        assertThat(query.at(1, 1)).isEmpty();
        assertThat(query.segmentAt(0, 5).orElseThrow().emotion()).isEqualTo(Emotion.SAD);
    }

    @Test
    void theMeanOfAStretchWeighsWindowsByTheirTimeInIt() {
        EmotionDistribution mean = query.mean(new TimeRange(1, 5)).orElseThrow();

        assertThat(mean.of(Emotion.ANGRY)).isCloseTo(0.75f, within(1e-6f));
        assertThat(mean.of(Emotion.SAD)).isCloseTo(0.25f, within(1e-6f));
        assertThat(query.mean(new TimeRange(7, 9))).isEmpty();
    }

    @Test
    void sharesLeaveUncertainSegmentsOut() {
        double[] shares = query.shares();

        assertThat(shares[Emotion.ANGRY.ordinal()]).isCloseTo(4.0 / 6, within(1e-9));
        assertThat(shares[Emotion.SAD.ordinal()]).isZero();
        assertThat(query.spokenSeconds()).isEqualTo(6);
    }

    @Test
    void uncertainSegmentsAreMarkedInEveryLabel() {
        assertThat(PredictionPainter.labels(new Segment(0, 0, 1, SAD, true)))
                .allMatch(label -> label.contains("?"))
                .first()
                .asString()
                .contains("uncertain");
        assertThat(PredictionPainter.labels(new Segment(0, 0, 1, SAD, false)))
                .noneMatch(label -> label.contains("?"));
    }

    private static EmotionDistribution only(Emotion emotion) {
        float[] p = new float[Emotion.ALL.size()];
        p[emotion.ordinal()] = 1;
        return EmotionDistribution.of(p);
    }
}
