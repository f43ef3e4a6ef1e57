// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.cli.TonalystCommand;
import io.tonalyst.export.HeadlessToolkit;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.application.Application;

/**
 * Opens the window, or runs the tour where there is no display for one.
 *
 * @param out where the tour tells what it does
 */
record WindowStart(PrintWriter out) {
    /**
     * Whether a command line asks for the window and nothing else, as menus and file managers do:
     * nothing, or files that exist. Reading it takes no time, while the command line with all its
     * options takes a third of the start.
     */
    static boolean isMeant(String... args) {
        return Arrays.stream(args)
                .allMatch(
                        arg ->
                                (arg.contains("/") || arg.contains("\\"))
                                        && !arg.startsWith("-")
                                        && Files.exists(Path.of(arg)));
    }

    /**
     * Opens the window on files and returns when it is closed.
     *
     * @return the exit code
     */
    int open(List<Path> files) throws Exception {
        if (!HeadlessToolkit.hasDisplay()) {
            Home home = Home.locate();
            out.println(
                    "No display here: running the guided tour without a window; its pictures and"
                            + " sounds go to "
                            + home.tourFolder());
            out.flush();
            return new HeadlessTour(home, out).run(home.tourFolder());
        }
        Application.launch(
                TonalystApplication.class,
                files.stream()
                        .map(file -> file.toAbsolutePath().toString())
                        .toArray(String[]::new));
        return TonalystCommand.OK;
    }
}
