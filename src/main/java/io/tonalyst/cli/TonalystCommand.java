// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code tonalyst} and its subcommands. */
@Command(
        name = "tonalyst",
        mixinStandardHelpOptions = true,
        version = "Tonalyst 0.1.0",
        description = "See the emotions in recordings; see and hear the KPIs of a call centre.",
        subcommands = {CommandLine.HelpCommand.class})
public final class TonalystCommand {
    /** Exit code: everything went well. */
    public static final int OK = 0;

    /** Exit code: some inputs failed, the others went on. */
    public static final int SOME_FAILED = 1;

    /** Exit code: the command line was wrong. */
    public static final int USAGE = 2;

    /** Runs the command line and returns its exit code. */
    public static int run(String... args) {
        return new CommandLine(new TonalystCommand()).execute(args);
    }
}
