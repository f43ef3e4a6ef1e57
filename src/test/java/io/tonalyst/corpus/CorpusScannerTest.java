// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusScannerTest {
    @TempDir private Path folder;

    @Test
    void findsSeveralCorporaBelowOneFolder() throws Exception {
        touch("RAVDESS/Audio_Speech_Actors_01-24/Actor_01/03-01-01-01-01-01-01.wav");
        touch("TESS/TESS Toronto emotional speech set data/OAF_angry/OAF_back_angry.wav");
        touch("SAVEE/AudioData/DC/a01.wav");
        touch("CREMA-D/AudioWAV/1001_DFA_ANG_XX.wav");
        touch("CREMA-D/AudioWAV/strange.wav");
        touch("CREMA-D/readme.txt");

        CorpusScan scan = new CorpusScanner().scan(List.of(folder));

        assertThat(scan.clips())
                .extracting(Clip::corpus)
                .containsExactlyInAnyOrderElementsOf(Corpus.PUBLISHED);
        assertThat(scan.unknown()).isEqualTo(1);
    }

    @Test
    void takesAClipOnceAndSoundBeforeItsImage() throws Exception {
        touch("a/1001_DFA_ANG_XX.png");
        touch("b/1001_DFA_ANG_XX.wav");
        touch("c/1001_DFA_ANG_XX.wav");

        CorpusScan scan =
                new CorpusScanner().scan(List.of(folder.resolve("a"), folder, folder.resolve("c")));

        assertThat(scan.clips()).hasSize(1);
        assertThat(scan.clips().get(0).path()).isEqualTo(folder.resolve("b/1001_DFA_ANG_XX.wav"));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatExceptionOfType(CorpusException.class)
                .isThrownBy(() -> new CorpusScanner().scan(List.of(folder.resolve("none"))))
                .withMessageContaining("none");
        assertThatExceptionOfType(CorpusException.class)
                .isThrownBy(() -> new CorpusScanner().scan(List.of(folder)))
                .withMessageContaining("No clip");
    }

    private void touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }
}
