// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.cli.TonalystCommand;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.session.Recovery;
import io.tonalyst.ui.BundledFont;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tonalyst screenshots}: every page of the window with the samples, as pictures. */
@Command(
        name = "screenshots",
        mixinStandardHelpOptions = true,
        description = "Write pictures of all pages of the window, in the light and dark theme.")
final class ScreenshotsCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder for the pictures, made if missing.")
    private Path out = Path.of("");

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            description = "light, dark or both; by default both.")
    private Wanted theme = Wanted.BOTH;

    /** The themes that are wanted. */
    private enum Wanted {
        LIGHT,
        DARK,
        BOTH
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(out);
        HeadlessToolkit.start();
        var fx = new FxCall(120);
        fx.run(BundledFont::load);
        List<Boolean> themes =
                switch (theme) {
                    case LIGHT -> List.of(false);
                    case DARK -> List.of(true);
                    case BOTH -> List.of(false, true);
                };
        Path kept = Files.createTempDirectory("tonalyst-screenshots");
        try {
            Desktop desktop =
                    fx.get(
                            () -> {
                                var made =
                                        new Desktop(
                                                Home.locate(),
                                                new SettingsStore(kept.resolve("settings.json")),
                                                new Recovery(kept.resolve("recovery")),
                                                new AnalysisStore(kept.resolve("analyses")));
                                made.show(new Stage());
                                return made;
                            });
            try {
                new Screenshots(fx, desktop, Home.locate(), (name, dark) -> file(name, dark))
                        .take(themes);
            } finally {
                fx.run(desktop::close);
            }
        } finally {
            remove(kept);
        }
        return TonalystCommand.OK;
    }

    private Path file(String name, boolean dark) {
        return out.resolve(name.toLowerCase(Locale.ROOT) + (dark ? "-dark" : "") + ".png");
    }

    private static void remove(Path folder) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
