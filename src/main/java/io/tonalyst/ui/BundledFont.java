// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** The font that comes with the program, Inter; the same in the window and in pictures. */
public final class BundledFont {
    private static final String FAMILY = "Inter";

    /** The toolkit takes the semi-bold font for a family of its own. */
    private static final String STRONG = "Inter Semi Bold";

    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-SemiBold.otf");

    private BundledFont() {}

    /** The font at a size in pixels; the system's own where {@link #load} has not been called. */
    public static Font regular(double size) {
        return Font.font(FAMILY, size);
    }

    /** Its semi-bold cut, for headings. */
    public static Font strong(double size) {
        return Font.font(STRONG, FontWeight.BOLD, size);
    }

    /** Makes the font known to JavaFX; more than once does no harm. */
    public static void load() {
        for (String file : FILES) {
            try (InputStream stream =
                    Objects.requireNonNull(
                            BundledFont.class.getResourceAsStream(
                                    "/io/tonalyst/assets/fonts/" + file),
                            file)) {
                Font.loadFont(stream, 13);
            } catch (IOException e) {
                throw new IllegalStateException("The bundled font " + file + " is damaged", e);
            }
        }
    }
}
