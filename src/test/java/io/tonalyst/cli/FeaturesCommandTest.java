// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String tone = "";

    @BeforeEach
    void writeTone() throws Exception {
        float[] x = new float[16_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / 16_000));
        }
        Path file = folder.resolve("tone.wav");
        new WavWriter().write(file, new Signal(new SampleRate(16_000), x, x));
        tone = file.toString();
    }

    @Test
    void oneFileGivesOneObjectWithTheNamedGroups() throws Exception {
        assertThat(run("features", tone, "--json")).isZero();
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.get("file").asText()).isEqualTo(tone);
        assertThat(document.get("sample_rate").asInt()).isEqualTo(22_050);
        assertThat(document.get("samples").asInt()).isEqualTo(22_050);
        assertThat(document.get("zcr")).hasSize(1);
        assertThat(document.get("chroma_stft")).hasSize(12);
        assertThat(document.get("mfcc")).hasSize(20);
        assertThat(document.get("rms")).hasSize(1);
        assertThat(document.get("melspectrogram")).hasSize(128);
        assertThat(document.get("chroma_stft").get(9).asDouble()).isGreaterThan(0.99);
    }

    @Test
    void aPartIsCutAtTheFilesOwnRate() throws Exception {
        assertThat(run("features", tone, "--offset", "0.5", "--duration", "2.5", "--json"))
                .isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).get("samples").asInt())
                .isEqualTo(11_025);
    }

    @Test
    void aBadFileIsToldAndTheOthersGoOn() throws Exception {
        Path text = folder.resolve("text.wav");
        Files.writeString(text, "no sound at all");
        assertThat(run("features", text.toString(), tone, "--json"))
                .isEqualTo(TonalystCommand.SOME_FAILED);
        JsonNode documents = new ObjectMapper().readTree(out.toString());
        assertThat(documents).hasSize(2);
        assertThat(documents.get(0).get("error").asText()).contains("text.wav");
        assertThat(documents.get(1).get("mfcc")).hasSize(20);
        assertThat(err.toString().lines()).hasSize(1).allMatch(line -> line.contains("text.wav"));
    }

    @Test
    void anOffsetBehindTheEndIsAFailureOfTheFile() {
        assertThat(run("features", tone, "--offset", "1")).isEqualTo(TonalystCommand.SOME_FAILED);
        assertThat(err.toString()).contains("lasts 1.000 s").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--offset,-1", "--offset,NaN", "--duration,0", "--duration,-2", "--offset,x"})
    void valuesThatAreNoTimesAreUsageErrors(String option, String value) {
        assertThat(run("features", tone, option + "=" + value)).isEqualTo(TonalystCommand.USAGE);
        assertThat(err.toString()).contains(option);
    }

    @Test
    void withoutJsonATableIsPrinted() {
        assertThat(run("features", tone)).isZero();
        assertThat(out.toString()).contains("zcr", "melspectrogram", "(128 values)");
    }

    private int run(String... args) {
        return TonalystCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
