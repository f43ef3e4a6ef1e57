// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** One sentence in place of the data of a pane. */
final class NotePainter {
    private NotePainter() {}

    /** Paints the empty pane with a sentence, broken into lines, in its middle. */
    static void paint(
            GraphicsContext g, double width, double height, String text, Palette palette) {
        TimeScale scale = TimeScale.of(width, 0, 0);
        g.setFill(palette.surface());
        g.fillRect(scale.left(), 0, scale.width(), height);
        var font = BundledFont.regular(13);
        double y = height / 2;
        for (String line : PaintText.lines(text, font, scale.width() - 40)) {
            PaintText.draw(
                    g,
                    line,
                    scale.left() + scale.width() / 2,
                    y,
                    TextAlignment.CENTER,
                    font,
                    palette.mutedText());
            y += 20;
        }
    }
}
