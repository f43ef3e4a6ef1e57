// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TonalystCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine line =
            TonalystCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void everyCommandTellsItsExitCodesAndTheVersion() {
        for (String command : line.getSubcommands().keySet()) {
            out.getBuffer().setLength(0);
            assertThat(line.execute(command, "--help")).as(command).isZero();
            if (command.equals("help")) {
                continue;
            }
            assertThat(out.toString()).as(command).contains("Exit codes:", "command line is wrong");
            out.getBuffer().setLength(0);
            assertThat(line.execute(command, "--version")).as(command).isZero();
            assertThat(out.toString()).as(command).startsWith("Tonalyst ");
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aCommandThatNeedsTooMuchMemorySaysSo() {
        line.addSubcommand("hoard", new Hoard()).setErr(new PrintWriter(err));

        assertThat(line.execute("hoard")).isEqualTo(TonalystCommand.SOME_FAILED);

        assertThat(err.toString())
                .startsWith("tonalyst: The memory of the program, ")
                .hasLineCount(1);
    }

    @CommandLine.Command
    private static final class Hoard implements Runnable {
        @Override
        public void run() {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    @Test
    void aNameThatBeginsWithAnAtIsAFileAndNoListOfArguments(@TempDir Path folder) throws Exception {
        Path list = Files.writeString(folder.resolve("call.wav"), "--version");
        assertThat(line.execute("features", "@" + list)).isEqualTo(TonalystCommand.SOME_FAILED);
        assertThat(err.toString()).contains("@" + list + " does not exist");
    }
}
