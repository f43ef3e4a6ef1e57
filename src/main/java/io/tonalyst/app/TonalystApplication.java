// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.library.AnalysisStore;
import io.tonalyst.session.Recovery;
import io.tonalyst.ui.BundledFont;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The windowed program: one window, opened on the files named in its parameters. */
public final class TonalystApplication extends Application {
    /** System property: the file to tell the time of the first picture in, before closing. */
    private static final String START_REPORT = "tonalyst.start.report";

    private @Nullable Desktop desktop;

    @Override
    public void start(Stage stage) {
        BundledFont.load();
        List<Path> files = getParameters().getRaw().stream().map(Path::of).toList();
        var opened =
                new Desktop(
                        Home.locate(),
                        SettingsStore.ofUser(),
                        Recovery.ofUser(),
                        AnalysisStore.ofUser());
        desktop = opened;
        stage.getIcons()
                .add(
                        new Image(
                                TonalystApplication.class.getResourceAsStream(
                                        "/io/tonalyst/assets/icon/tonalyst-256.png")));
        opened.show(stage);
        String report = System.getProperty(START_REPORT);
        if (report != null) {
            long shown = System.currentTimeMillis();
            FirstPicture.then(
                    stage,
                    () -> {
                        stage.close();
                        new StartReport(Path.of(report)).write(shown, System.currentTimeMillis());
                    });
        }
        opened.open(files);
    }

    @Override
    public void stop() {
        if (desktop != null) {
            desktop.close();
        }
    }
}
