// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Palette;
import java.util.Arrays;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Draws a confusion matrix as a heat map: a row for each label, a column for each prediction, the
 * share of the row as colour and number.
 */
final class ConfusionPainter {
    private static final double LEFT = 84;
    private static final double TOP = 46;
    private static final double MARGIN = 8;

    private ConfusionPainter() {}

    static PaintSurface.Painter of(int[][] confusion, Palette palette) {
        return (g, width, height) -> paint(g, width, height, confusion, palette);
    }

    private static void paint(
            GraphicsContext g, double width, double height, int[][] confusion, Palette palette) {
        g.setFill(palette.background());
        g.fillRect(0, 0, width, height);
        int n = confusion.length;
        if (n == 0) {
            return;
        }
        double cellWidth = (width - LEFT - MARGIN) / n;
        double cellHeight = (height - TOP - MARGIN) / n;
        g.setFont(BundledFont.regular(11));
        g.setTextBaseline(VPos.CENTER);
        g.setFill(palette.mutedText());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText("acted (rows), recognised (columns), % of the row", 8, 12);
        for (int row = 0; row < n; row++) {
            int total = Arrays.stream(confusion[row]).sum();
            double y = TOP + row * cellHeight;
            g.setFill(palette.text());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(Emotion.ALL.get(row).title(), LEFT - 8, y + cellHeight / 2);
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(Emotion.ALL.get(row).title(), LEFT + (row + 0.5) * cellWidth, TOP - 12);
            for (int column = 0; column < n; column++) {
                double share = total == 0 ? 0 : (double) confusion[row][column] / total;
                double x = LEFT + column * cellWidth;
                Color cell = palette.surface().interpolate(palette.data(), Math.sqrt(share));
                g.setFill(cell);
                g.fillRect(x + 1, y + 1, cellWidth - 2, cellHeight - 2);
                g.setFill(
                        cell.getBrightness() * (1 - cell.getSaturation() / 2) > 0.55
                                ? Color.web("#10151c")
                                : Color.WHITE);
                if (total > 0) {
                    g.fillText(
                            String.valueOf(Math.round(100 * share)),
                            x + cellWidth / 2,
                            y + cellHeight / 2);
                }
            }
        }
    }
}
