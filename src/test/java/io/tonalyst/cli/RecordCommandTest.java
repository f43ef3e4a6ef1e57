// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.capture.CaptureException;
import io.tonalyst.capture.FakeInput;
import io.tonalyst.capture.InputLine;
import io.tonalyst.capture.Inputs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RecordCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void recordsForAsLongAsItIsTold() throws Exception {
        Path file = folder.resolve("a.wav");

        int code =
                run(
                        new FakeInput(16_000, 1, 4, Long.MAX_VALUE / 2),
                        "--seconds",
                        "0.5",
                        "--out",
                        file.toString(),
                        "--json");

        assertThat(code).isEqualTo(TonalystCommand.OK);
        JsonNode told = JsonMapper.builder().build().readTree(out.toString());
        assertThat(told.findValue("seconds").asDouble()).isBetween(0.5, 3.0);
        assertThat(told.findValue("device").asText()).isEqualTo("Fake microphone");
        assertThat(Files.size(file))
                .isEqualTo(44 + Math.round(32_000 * told.findValue("seconds").asDouble()));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void sayWhatIsWrongInASentence() {
        var input = new FakeInput(8000, 1, 0, 8000);
        assertThat(run(input)).isEqualTo(TonalystCommand.USAGE);
        assertThat(err.toString()).contains("Name the length by --seconds and the file by --out.");
        assertThat(run(input, "--seconds", "NaN", "--out", "x.wav"))
                .isEqualTo(TonalystCommand.USAGE);
        assertThat(
                        run(
                                input,
                                "--seconds",
                                "1",
                                "--out",
                                folder.resolve("x.wav").toString(),
                                "--device",
                                "none"))
                .isEqualTo(TonalystCommand.SOME_FAILED);
        assertThat(err.toString()).contains("tonalyst: No sound input is named 'none'.");
    }

    @Test
    void aMachineWithoutInputsSaysSo() {
        Inputs none =
                new Inputs() {
                    @Override
                    public List<String> devices() {
                        return List.of();
                    }

                    @Override
                    public InputLine open(Optional<String> device) throws CaptureException {
                        throw new CaptureException("There is none.");
                    }
                };

        assertThat(run(none, "--list")).isEqualTo(TonalystCommand.OK);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("This machine has no sound input.");
    }

    private int run(Inputs inputs, String... args) {
        CommandLine.IExecutionExceptionHandler told =
                TonalystCommand.commandLine().getExecutionExceptionHandler();
        return new CommandLine(new RecordCommand(inputs))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler(
                        TonalystCommand.commandLine().getParameterExceptionHandler())
                .setExecutionExceptionHandler(told)
                .execute(args);
    }
}
