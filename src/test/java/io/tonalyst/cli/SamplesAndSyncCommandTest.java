// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SamplesAndSyncCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = TonalystCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    @Test
    void samplesWritesItsFilesAndNamesThem(@TempDir Path folder) throws Exception {
        int exit = run("samples", "--out", folder.toString(), "--rows", "50", "--seed", "3");
        assertThat(exit).isEqualTo(TonalystCommand.OK);
        assertThat(out.toString()).contains("call_log.csv", "rising_16k.wav");
        assertThat(Files.readAllLines(folder.resolve("call_log.csv"))).hasSize(51);
    }

    @Test
    void samplesRefusesAFolderThatIsAFileInOneSentence(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        assertThat(run("samples", "--out", file.toString())).isEqualTo(TonalystCommand.SOME_FAILED);
        assertThat(err.toString()).contains("could not be written").hasLineCount(1);
        assertThat(file).hasContent("kept");
    }

    @Test
    void valuesOutsideTheirRangeAreUsageErrors() {
        assertThat(run("samples", "--rows", "0")).isEqualTo(TonalystCommand.USAGE);
        assertThat(run("sync", "--seconds", "0.5")).isEqualTo(TonalystCommand.USAGE);
        assertThat(err.toString()).contains("--rows lies between").contains("--seconds lies");
    }

    @Test
    void syncPrintsOneJsonDocument() throws Exception {
        assertThat(run("sync", "--seconds", "1", "--device", "none", "--json"))
                .isEqualTo(TonalystCommand.OK);
        var report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("audible").asBoolean()).isFalse();
        assertThat(report.get("max_backwards_ms").asDouble()).isZero();
        assertThat(report.get("median_ms").asDouble()).isLessThan(8);
    }
}
