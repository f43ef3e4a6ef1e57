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
        opened.open(files);
    }

    @Override
    public void stop() {
        if (desktop != null) {
            desktop.close();
        }
    }
}
