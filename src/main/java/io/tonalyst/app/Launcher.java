// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.cli.TonalystCommand;
import io.tonalyst.work.Failures;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import org.slf4j.LoggerFactory;

/** Entry point of the window and of the command line; without arguments the window opens. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        // The network library prints on standard output as it learns; only results belong there.
        PrintStream results = System.out;
        System.setOut(System.err);
        var out = new PrintWriter(results, true, Charset.defaultCharset());
        int code = WindowStart.isMeant(args) ? window(out, args) : command(out, args);
        out.flush();
        System.err.flush();
        // JavaFX and the native libraries keep threads that are not ours to join.
        System.exit(code);
    }

    private static int command(PrintWriter out, String... args) {
        return TonalystCommand.commandLine()
                .addSubcommand(new OpenCommand())
                .addSubcommand(new SyncPanesCommand())
                .addSubcommand(new TourCommand())
                .addSubcommand(new ScreenshotsCommand())
                // Commands take the settings of their parent when they are set, not when added.
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .execute(args);
    }

    private static int window(PrintWriter out, String... args) {
        try {
            return new WindowStart(out).open(Arrays.stream(args).map(Path::of).toList());
        } catch (Exception e) {
            LoggerFactory.getLogger(Launcher.class).error("The window could not be opened", e);
            System.err.println("tonalyst: " + Failures.sentence(e));
            return TonalystCommand.SOME_FAILED;
        }
    }
}
