// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The look of the window: AtlantaFX's theme, the bundled font and the product's own rules. */
final class Theme {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final List<String> FONTS = List.of("Inter-Regular.otf", "Inter-SemiBold.otf");
    private static final List<String> STYLESHEETS =
            List.of("tonalyst.css", "recordings.css", "kpi.css", "models.css");

    private Theme() {}

    /** Loads the bundled fonts; to be called once before the first scene. */
    static void loadFonts() {
        for (String font : FONTS) {
            try (InputStream stream =
                    Objects.requireNonNull(
                            Theme.class.getResourceAsStream("/io/tonalyst/assets/fonts/" + font),
                            font)) {
                Font.loadFont(stream, 13);
            } catch (java.io.IOException e) {
                throw new IllegalStateException("The bundled font " + font + " is damaged", e);
            }
        }
    }

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
