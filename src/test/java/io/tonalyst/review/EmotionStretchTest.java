// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmotionStretchTest {
    private static final Segment SHORT = new Segment(0, 1, 3, Timelines.ANGRY, false);
    private static final Segment CALMER = new Segment(0, 8, 11, Timelines.SAD, false);
    private static final PredictionTimeline TIMELINE =
            Timelines.of(
                    SHORT,
                    CALMER,
                    new Segment(0, 20, 22, Timelines.ANGRY, false),
                    new Segment(0, 23, 25, Timelines.ANGRY, false),
                    new Segment(0, 40, 55, Timelines.ANGRY, true),
                    new Segment(1, 21, 24, Timelines.ANGRY, false));

    @Test
    void segmentsABreathApartAreOneStretchAndUncertainOnesAreNone() {
        List<EmotionStretch> all = EmotionStretch.all(TIMELINE, Review.NONE, Emotion.ANGRY);

        assertThat(all).extracting(EmotionStretch::startSeconds).containsExactly(1.0, 20.0, 21.0);
        assertThat(all).extracting(EmotionStretch::endSeconds).containsExactly(3.0, 25.0, 24.0);
        assertThat(all).extracting(EmotionStretch::channel).containsExactly(0, 0, 1);
        assertThat(all.get(1).weight()).isCloseTo(4 * 0.65, within(1e-6));
    }

    @Test
    void theStrongestHasMostOfTheEmotion() {
        EmotionStretch found =
                EmotionStretch.strongest(TIMELINE, Review.NONE, Emotion.ANGRY).orElseThrow();

        assertThat(found.startSeconds()).isEqualTo(20);
        assertThat(found.told()).isTrue();
        assertThat(found.probability()).isCloseTo(4 * 0.65 / 5, within(1e-6));
    }

    @Test
    void whatAPersonSaysCountsBeforeTheModel() {
        Review review =
                Review.NONE
                        .with(Annotation.of(SHORT).withLabel(Optional.of(Emotion.SAD)))
                        .with(
                                Annotation.of(CALMER)
                                        .withLabel(Optional.of(Emotion.ANGRY))
                                        .withEdges(7, 12));

        EmotionStretch found =
                EmotionStretch.strongest(TIMELINE, review, Emotion.ANGRY).orElseThrow();

        assertThat(found.startSeconds()).isEqualTo(7);
        assertThat(found.weight()).as("said by a person, so for sure").isEqualTo(5);
        assertThat(EmotionStretch.all(TIMELINE, review, Emotion.SAD))
                .singleElement()
                .extracting(EmotionStretch::startSeconds)
                .isEqualTo(1.0);
    }

    @Test
    void withoutASegmentOfItTheLikeliestPredictionIsTheStrongest() {
        EmotionStretch found =
                EmotionStretch.strongest(TIMELINE, Review.NONE, Emotion.HAPPY).orElseThrow();

        assertThat(found.told()).isFalse();
        assertThat(found.probability()).isCloseTo(0.05, within(1e-6));
        assertThat(
                        EmotionStretch.strongest(
                                new PredictionTimeline(
                                        60, 2, List.of(), List.of(), Optional.empty()),
                                Review.NONE,
                                Emotion.HAPPY))
                .isEmpty();
    }
}
