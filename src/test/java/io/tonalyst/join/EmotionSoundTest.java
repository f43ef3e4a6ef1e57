// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.SoundSeries;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EmotionSoundTest {
    @Test
    void eachSecondWithSpeechIsANoteWhosePitchFollowsTheValence() {
        // Windows of two seconds: angry, silence, happy.
        SoundSeries series =
                EmotionSound.of(JoinCase.timeline("a-h"), "call.wav", OptionalInt.empty());
        assertThat(series.steps()).isEqualTo(6);
        assertThat(series.points()).extracting(SoundSeries.Point::step).containsExactly(0, 1, 4, 5);
        assertThat(series.main().values()).containsExactly(-100.0, -100.0, 100.0, 100.0);
        assertThat(series.dimension("angry").orElseThrow().values())
                .containsExactly(100.0, 100.0, 0.0, 0.0);
        assertThat(series.points().getFirst().label()).isEqualTo("0:00 angry, valence -100 points");
        var score = SonificationScore.of(series, Mapping.precise());
        assertThat(score.notes()).hasSize(4);
        assertThat(score.seconds()).isBetween(1.4, 3.0);
        assertThat(score.sentence()).contains("valence");
    }

    @Test
    void anotherChannelAndAnHourAreNoProblem() {
        assertThat(
                        EmotionSound.of(JoinCase.timeline("aaa"), "call.wav", OptionalInt.of(1))
                                .points())
                .isEmpty();
        SoundSeries hours =
                EmotionSound.of(
                        JoinCase.timeline("a".repeat(4000)), "long.wav", OptionalInt.empty());
        assertThat(hours.steps()).isLessThanOrEqualTo(SoundSeries.MAX_STEPS);
        assertThat(hours.points()).hasSize(hours.steps());
    }
}
