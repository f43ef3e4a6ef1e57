// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Text as painters set it: the product's font, where it is loaded, else the system's. */
final class PaintText {
    private static final String FAMILY = "Inter";

    /** The toolkit takes the semi-bold font for a family of its own. */
    private static final String BOLD_FAMILY = "Inter Semi Bold";

    private PaintText() {}

    static Font font(double size) {
        return Font.font(FAMILY, size);
    }

    static Font bold(double size) {
        return Font.font(BOLD_FAMILY, FontWeight.SEMI_BOLD, size);
    }

    /** Draws text vertically centred on {@code y}, on the given side of {@code x}. */
    static void draw(
            GraphicsContext g,
            String text,
            double x,
            double y,
            TextAlignment alignment,
            Font font,
            Paint fill) {
        g.setFont(font);
        g.setFill(fill);
        g.setTextAlign(alignment);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y);
    }

    /** Width of text in pixels. */
    static double width(String text, Font font) {
        var node = new Text(text);
        node.setFont(font);
        return node.getLayoutBounds().getWidth();
    }
}
