// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainCommandTest {
    private static final String CALL =
            Path.of("samples", "calls", "rising_16k.wav").toAbsolutePath().toString();
    private static final String MODEL =
            Path.of("models", io.tonalyst.emotion.ModelLocator.SHIPPED).toAbsolutePath().toString();

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aStretchIsExplainedInWordsAndAsAPicture() throws Exception {
        Path png = folder.resolve("why.png");

        int code =
                run(
                        "explain",
                        CALL,
                        "--model",
                        MODEL,
                        "--from",
                        "2",
                        "--to",
                        "2.3",
                        "--json",
                        "--png",
                        png.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        JsonNode why = new ObjectMapper().readTree(out.toString()).get("explanations").get(0);
        assertThat(why.get("start_s").asDouble()).isEqualTo(2);
        assertThat(why.get("end_s").asDouble()).isEqualTo(2.3);
        assertThat(why.get("probability").asDouble()).isBetween(0.125, 1.0);
        assertThat(why.get("words")).isNotEmpty();
        for (JsonNode region : why.get("regions")) {
            assertThat(region.get("start_s").asDouble()).isBetween(2.0, 2.3);
            assertThat(region.get("low_hz").asDouble())
                    .isLessThan(region.get("high_hz").asDouble());
        }
        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(2560);
    }

    @ParameterizedTest
    @CsvSource({
        "--at 1 --from 2 --to 3, not both",
        "--from 2, need each other",
        "--from 2 --to 2.05, 0.1 s after",
        "--at -1, needs seconds",
    })
    void timesThatMakeNoSenseAreUsageErrors(String options, String sentence) {
        String[] args = ("explain " + CALL + " " + options).split(" ");
        assertThat(run(args)).isEqualTo(TonalystCommand.USAGE);
        assertThat(err.toString()).contains(sentence);
    }

    @Test
    void aTimeAfterTheEndIsSaid() {
        assertThat(run("explain", CALL, "--model", MODEL, "--at", "9999"))
                .isEqualTo(TonalystCommand.SOME_FAILED);
        assertThat(err.toString()).contains("ends at").contains("name an earlier time");
    }

    private int run(String... args) {
        return TonalystCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
