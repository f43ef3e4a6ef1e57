// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.Emotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmotionNamesTest {
    @ParameterizedTest
    @CsvSource({
        "angry, ANGRY",
        "Anger, ANGRY",
        "05_ANGRY, ANGRY",
        "fearful, FEAR",
        "Fear, FEAR",
        "disgusted, DISGUST",
        "ps, SURPRISE",
        "Pleasant_Surprise, SURPRISE",
        "pleasant-surprised, SURPRISE",
        "surprised, SURPRISE",
        "happiness, HAPPY",
        "sadness, SAD",
        "Neutral, NEUTRAL",
        "calm, CALM"
    })
    void knowsTheUsualNames(String name, Emotion emotion) {
        assertThat(EmotionNames.parse(name)).contains(emotion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bored", "OAF_angry", "not angry", "03", "an gry er"})
    void guessesNothing(String name) {
        assertThat(EmotionNames.parse(name)).isEmpty();
    }

    @Test
    void noNameStandsForTwoEmotionsAndTheUsualOneComesFirst() {
        for (Emotion emotion : Emotion.ALL) {
            assertThat(EmotionNames.of(emotion)).first().isEqualTo(emotion.key());
            assertThat(EmotionNames.of(emotion))
                    .allSatisfy(name -> assertThat(EmotionNames.parse(name)).contains(emotion));
        }
    }
}
