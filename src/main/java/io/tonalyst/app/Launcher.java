// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.cli.TonalystCommand;

/** Entry point of the window and of the command line; without arguments the window opens. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        var line =
                TonalystCommand.commandLine()
                        .addSubcommand(new OpenCommand())
                        .addSubcommand(new TourCommand());
        int code = line.execute(args.length == 0 ? new String[] {"open"} : args);
        System.out.flush();
        System.err.flush();
        // JavaFX and the native libraries keep threads that are not ours to join.
        System.exit(code);
    }
}
