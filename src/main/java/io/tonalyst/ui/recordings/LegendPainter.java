// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws the names of the emotions with their colours in one line. */
final class LegendPainter {
    private static final double SWATCH = 10;

    private LegendPainter() {}

    static void paint(GraphicsContext g, double x, double y, Palette palette) {
        var font = BundledFont.regular(11);
        double left = x;
        for (Emotion emotion : Emotion.ALL) {
            g.setFill(Palette.of(emotion));
            g.fillRoundRect(left, y - SWATCH / 2, SWATCH, SWATCH, 3, 3);
            PaintText.draw(
                    g,
                    emotion.title(),
                    left + SWATCH + 5,
                    y,
                    TextAlignment.LEFT,
                    font,
                    palette.text());
            left += SWATCH + 5 + PaintText.width(emotion.title(), font) + 16;
        }
    }
}
