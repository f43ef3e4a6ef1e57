// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/** The look of the window: AtlantaFX's theme, and the product's own rules. */
final class Theme {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final List<String> STYLESHEETS =
            List.of("tonalyst.css", "recordings.css", "library.css", "kpi.css", "models.css");

    private Theme() {}

    /** Puts a scene into the light or the dark theme. */
    static void apply(Scene scene, boolean dark) {
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        if (scene.getStylesheets().isEmpty()) {
            for (String name : STYLESHEETS) {
                var sheet = Theme.class.getResource("/io/tonalyst/ui/" + name);
                if (sheet != null) {
                    scene.getStylesheets().add(sheet.toExternalForm());
                }
            }
        }
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
    }
}
