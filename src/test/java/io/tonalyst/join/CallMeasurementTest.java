// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.kpi.CallEmotion;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CallMeasurementTest {
    @Test
    void theCallIsTheMeanOfItsWindows() {
        CallEmotion call = measured("aaan-h", Review.NONE);
        assertThat(call.emotion()).isEqualTo("angry");
        assertThat(call.angry()).isTrue();
        assertThat(call.confidence()).isCloseTo(3 / 5.0, within(1e-6));
        assertThat(call.coverage()).isCloseTo(10 / 12.0, within(1e-9));
        assertThat(call.valence()).isCloseTo(100 * (1 - 3) / 5.0, within(1e-5));
        // First third "aa" is -100, last third "-h" is +100.
        assertThat(call.valenceChange()).isCloseTo(200, within(1e-5));
    }

    @Test
    void silenceIsNotMeasuredAndAThirdWithoutSpeechHasNoTrend() {
        assertThat(
                        CallMeasurement.of(
                                JoinCase.timeline("------"), Review.NONE, OptionalInt.empty()))
                .isEmpty();
        assertThat(measured("aa----", Review.NONE).valenceChange()).isNaN();
        assertThat(measured("aa----", Review.NONE).coverage()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void whatAPersonCallsNoSpeechIsNotMeasured() {
        var silent = new Annotation(0, 0, 60, Optional.empty(), "", Optional.empty());
        Review review = Review.NONE.with(silent.withSilent(true));

        assertThat(CallMeasurement.of(JoinCase.timeline("aaan-h"), review, OptionalInt.of(0)))
                .isEmpty();
    }

    @Test
    void aPersonsLabelCountsInPlaceOfTheModels() {
        var happy = new Annotation(0, 0, 6, Optional.of(Emotion.HAPPY), "laughs", Optional.empty());
        CallEmotion call = measured("aaan-h", new Review(List.of(happy), ""));
        assertThat(call.emotion()).isEqualTo("happy");
        assertThat(call.valence()).isCloseTo(100 * 4 / 5.0, within(1e-5));
    }

    @Test
    void oneChannelCanBeJudgedAlone() {
        List<Window> windows = new ArrayList<>(JoinCase.windows("nnnnnn", 0));
        windows.addAll(JoinCase.windows("aaaa--", 1));
        var timeline = new PredictionTimeline(12, 2, windows, List.of(), Optional.empty());
        assertThat(of(timeline, OptionalInt.empty()).emotion()).isEqualTo("neutral");
        assertThat(of(timeline, OptionalInt.empty()).coverage()).isEqualTo(1);
        assertThat(of(timeline, OptionalInt.of(1)).emotion()).isEqualTo("angry");
        assertThat(of(timeline, OptionalInt.of(1)).coverage()).isCloseTo(8 / 12.0, within(1e-9));
        assertThat(CallMeasurement.of(timeline, Review.NONE, OptionalInt.of(2))).isEmpty();
    }

    private static CallEmotion measured(String letters, Review review) {
        return CallMeasurement.of(JoinCase.timeline(letters), review, OptionalInt.empty())
                .orElseThrow();
    }

    private static CallEmotion of(PredictionTimeline timeline, OptionalInt channel) {
        return CallMeasurement.of(timeline, Review.NONE, channel).orElseThrow();
    }
}
