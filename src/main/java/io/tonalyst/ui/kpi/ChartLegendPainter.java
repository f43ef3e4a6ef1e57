// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.ui.Palette;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws the key of a motion chart on the line above its plot, at the right. */
final class ChartLegendPainter {
    private static final double SPACE = 16;
    private static final double SIGN = 16;

    private final ChartText text;

    ChartLegendPainter(ChartText text) {
        this.text = text;
    }

    void paint(GraphicsContext g, MotionChartLayout layout, MotionFrame frame, Palette palette) {
        double y = layout.top() - 17;
        double x = layout.right();
        g.setFont(text.label());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);

        boolean measured = frame.series().measure().isMeasured();
        x = label(g, measured ? "none measured" : "no calls", x, y, palette);
        g.setFill(palette.surface());
        g.setStroke(palette.grid());
        g.setLineWidth(1);
        g.fillRect(x, y - 6, 11, 12);
        g.strokeRect(x + 0.5, y - 5.5, 10, 11);

        x = label(g, "95 % band", x - SPACE, y, palette);
        g.setStroke(palette.data().deriveColor(0, 1, 1, 0.5));
        g.setLineWidth(1.5);
        g.strokeLine(x + 6, y - 6, x + 6, y + 6);
        g.strokeLine(x + 3, y - 6, x + 9, y - 6);
        g.strokeLine(x + 3, y + 6, x + 9, y + 6);

        boolean above = frame.series().measure().higherIsWorse();
        x = label(g, above ? "above threshold" : "below threshold", x - SPACE, y, palette);
        SeriesPainter.paintPoint(g, x + 6, y, 4, true, false, palette);

        x = label(g, "day", x - SPACE, y, palette);
        SeriesPainter.paintPoint(g, x + 6, y, 4, false, false, palette);
    }

    /** Writes a label that ends at {@code right} and returns where its sign begins. */
    private double label(GraphicsContext g, String label, double right, double y, Palette palette) {
        double x = right - text.width(label, text.label());
        g.setFill(palette.mutedText());
        g.fillText(label, x, y);
        return x - SIGN;
    }
}
