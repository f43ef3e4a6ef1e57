// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.cli.TonalystCommand;
import java.io.PrintStream;
import java.io.PrintWriter;

/** Entry point of the window and of the command line; without arguments the window opens. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        var line =
                TonalystCommand.commandLine()
                        .addSubcommand(new OpenCommand())
                        .addSubcommand(new TourCommand());
        // The network library prints on standard output as it learns; only results belong there.
        PrintStream results = System.out;
        System.setOut(System.err);
        line.setOut(new PrintWriter(results, true));
        int code = line.execute(args.length == 0 ? new String[] {"open"} : args);
        line.getOut().flush();
        System.err.flush();
        // JavaFX and the native libraries keep threads that are not ours to join.
        System.exit(code);
    }
}
