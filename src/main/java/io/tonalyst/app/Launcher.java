// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

/** Entry point of the desktop application and of the command line. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.exit(io.tonalyst.cli.TonalystCommand.run(args));
    }
}
