// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.Emotion;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClipNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Audio_Speech_Actors_01-24/Actor_12/03-01-06-01-02-01-12.wav, RAVDESS, RAVDESS-12, FEAR",
        "Actor_01/03-01-01-01-01-01-01.flac, RAVDESS, RAVDESS-01, NEUTRAL",
        "Actor_01/03-01-02-01-01-01-01.wav, RAVDESS, RAVDESS-01, CALM",
        "Actor_01/03-01-08-02-01-01-01.wav, RAVDESS, RAVDESS-01, SURPRISE",
        "AudioWAV/1001_DFA_ANG_XX.wav, CREMA-D, CREMA-D-1001, ANGRY",
        "AudioWAV/1040_ITH_SAD_X.wav, CREMA-D, CREMA-D-1040, SAD",
        "CREMA-D-logmel/1001_IEO_HAP_HI.png, CREMA-D, CREMA-D-1001, HAPPY",
        "OAF_Pleasant_surprise/OAF_back_ps.wav, TESS, TESS-OAF, SURPRISE",
        "OAF_neutral/OA_bite_neutral.wav, TESS, TESS-OAF, NEUTRAL",
        "YAF_fear/YAF_dog_fear.flac, TESS, TESS-YAF, FEAR",
        "ALL/DC_a01.wav, SAVEE, SAVEE-DC, ANGRY",
        "ALL/JE_sa01.wav, SAVEE, SAVEE-JE, SAD",
        "ALL/JK_su15.WAV, SAVEE, SAVEE-JK, SURPRISE",
        "ALL/KL_n30.wav, SAVEE, SAVEE-KL, NEUTRAL",
        "AudioData/DC/sa07.wav, SAVEE, SAVEE-DC, SAD"
    })
    void readsCorpusSpeakerAndEmotion(String file, String corpus, String speaker, Emotion emotion) {
        Clip clip = ClipNames.parse(Path.of(file)).orElseThrow();

        assertThat(clip.corpus()).isEqualTo(Corpus.named(corpus));
        assertThat(clip.speaker()).isEqualTo(speaker);
        assertThat(clip.emotion()).isEqualTo(emotion);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03-02-06-01-02-01-12.wav", // song
                "01-01-06-01-02-01-12.mp4", // film
                "1001_DFA_CALM_XX.wav",
                "DC_x01.wav",
                "a01.wav",
                "notes.txt",
                ".wav",
                "03-01-06-01-02-01-12.png"
            })
    void leavesOtherFilesAlone(String file) {
        assertThat(ClipNames.parse(Path.of("folder", file))).isEmpty();
    }

    @Test
    void namesSaveeClipsAlikeInBothLayouts() {
        assertThat(ClipNames.parse(Path.of("AudioData/DC/a01.wav")).orElseThrow().id())
                .isEqualTo(ClipNames.parse(Path.of("ALL/DC_a01.wav")).orElseThrow().id());
    }

    @Test
    void knowsTheTwoFilesOfOneRecording() {
        Clip first = ClipNames.parse(Path.of("03-01-03-01-02-01-07.wav")).orElseThrow();
        Clip second = ClipNames.parse(Path.of("03-01-03-01-02-02-07.wav")).orElseThrow();

        assertThat(first.recording()).isEqualTo(second.recording());
        assertThat(first.id()).isNotEqualTo(second.id());
    }

    @Test
    void tellsTheSexOfRavdessActorsByParity() {
        assertThat(ClipNames.parse(Path.of("03-01-03-01-02-01-07.wav")).orElseThrow().sex())
                .isEqualTo(Clip.Sex.MALE);
        assertThat(ClipNames.parse(Path.of("03-01-03-01-02-01-20.wav")).orElseThrow().sex())
                .isEqualTo(Clip.Sex.FEMALE);
    }
}
