// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bad files of every format that is read end in a result or in one clear sentence: no crash, none
 * that takes longer than 5 s, none that takes more memory than 4 times the file and 64 MB. A few
 * files here; {@code -Dtonalyst.fuzz.files=5000} has as many as one likes, {@code
 * -Dtonalyst.fuzz.seed} others, {@code -Dtonalyst.fuzz.first} goes on at a number. The figures go
 * to {@code target/fuzz.json}.
 */
class FuzzTest {
    private static final int FEW = 240;

    @TempDir Path folder;

    @Test
    void everyBadFileEndsWell() throws Exception {
        int files = Integer.getInteger("tonalyst.fuzz.files", FEW);
        int first = Integer.getInteger("tonalyst.fuzz.first", 0);
        long seed = Long.getLong("tonalyst.fuzz.seed", 1);
        // The network takes seconds to start, which the few files of every build are spared.
        Path model = files > FEW ? Path.of("models", "emotion-cnn-3").toAbsolutePath() : null;

        FuzzRun.Report report = new FuzzRun(folder, seed, model).run(first, first + files);

        String json =
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(report);
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("fuzz.json"), json);
        assertThat(report.problems()).isEmpty();
        assertThat(report.files()).isEqualTo(files);
        assertThat(report.formats()).hasSizeGreaterThan(40);
    }
}
