// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.corpus.CorrectionsCsv.Correction;
import io.tonalyst.emotion.Emotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsCsvTest {
    @TempDir private Path folder;

    @Test
    void correctionsAreATableThatCanBeTrainedOn() throws Exception {
        Path near = touch("work/calls/a, \"b\" c.wav");
        Path far = touch("elsewhere/d.wav");
        Path table = folder.resolve("work/corrections.csv");

        CorrectionsCsv.write(
                table,
                List.of(
                        new Correction(
                                near,
                                Emotion.CALM,
                                0.6,
                                2.4567,
                                OptionalInt.of(1),
                                Optional.of(Emotion.ANGRY),
                                0.61),
                        new Correction(
                                far,
                                Emotion.SAD,
                                10,
                                12,
                                OptionalInt.empty(),
                                Optional.of(Emotion.SAD),
                                0.9)));

        assertThat(Files.readAllLines(table))
                .containsExactly(
                        "path,label,speaker,start,end,channel,predicted,confidence",
                        "\"calls/a, \"\"b\"\" c.wav\",calm,,0.600,2.457,1,angry,0.6100",
                        far + ",sad,,10.000,12.000,,sad,0.9000");
        CorpusScan scan = new CorpusScanner().scan(List.of(table));
        assertThat(scan.problems()).isEmpty();
        assertThat(scan.clips())
                .extracting(Clip::emotion)
                .containsExactlyInAnyOrder(Emotion.CALM, Emotion.SAD);
        assertThat(scan.clips())
                .extracting(Clip::part)
                .containsExactlyInAnyOrder(
                        new ClipPart(0.6, 2.457, OptionalInt.of(1)),
                        new ClipPart(10, 12, OptionalInt.empty()));
    }

    private Path touch(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
