// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.cli.TonalystCommand;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.session.Recovery;
import io.tonalyst.ui.BundledFont;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.stage.Stage;

/** The tour where there is no display: the whole window lives, but only in memory. */
final class HeadlessTour {
    private final Home home;
    private final PrintWriter console;

    HeadlessTour(Home home, PrintWriter console) {
        this.home = home;
        this.console = console;
    }

    /**
     * Runs the tour and lists what it wrote.
     *
     * @return the exit code
     */
    int run(Path out) throws Exception {
        HeadlessToolkit.start();
        var fx = new FxCall(60);
        // Settings of a tour are nobody's: they live and die in its own folder.
        var settings = new SettingsStore(out.resolve("settings.json"));
        Path kept = Files.createTempDirectory("tonalyst-tour");
        Desktop desktop =
                fx.get(
                        () -> {
                            BundledFont.load();
                            var made =
                                    new Desktop(
                                            home,
                                            settings,
                                            new Recovery(kept),
                                            new AnalysisStore(kept));
                            made.show(new Stage());
                            return made;
                        });
        try {
            new Tour(home, desktop, out, this::say).run();
            list(out);
            return TonalystCommand.OK;
        } finally {
            fx.run(desktop::close);
            removeKept(kept);
            if (Files.isDirectory(out)) {
                Files.deleteIfExists(out.resolve("settings.json"));
            }
        }
    }

    private static void removeKept(Path kept) throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(kept);
    }

    private void say(String caption) {
        console.println("  " + caption);
        console.flush();
    }

    private void list(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            List<Path> written = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : written) {
                console.printf("  %9d bytes  %s%n", Files.size(file), out.relativize(file));
            }
        }
        console.flush();
    }
}
