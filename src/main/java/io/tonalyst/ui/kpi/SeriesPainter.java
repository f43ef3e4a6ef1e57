// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.KpiPoint;
import io.tonalyst.ui.Palette;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** Draws the data of a motion chart as far as its moment: bands, line, points. */
final class SeriesPainter {
    private static final double CAP = 3;
    private static final double RADIUS = 4;
    private static final double CURRENT_RADIUS = 6.5;

    void paint(GraphicsContext g, MotionChartLayout layout, MotionFrame frame, Palette palette) {
        paintBands(g, layout, frame, palette);
        paintLine(g, layout, frame, palette);
        for (int day = 0; day <= frame.currentDay(); day++) {
            KpiPoint point = frame.point(day);
            if (point != null) {
                boolean current = day == frame.currentDay();
                paintPoint(
                        g,
                        layout.x(day),
                        layout.y(point.value()),
                        current ? CURRENT_RADIUS : RADIUS,
                        frame.breaches(point.value()),
                        current,
                        palette);
            }
        }
    }

    /** A whisker over the 95 % band of each day; without a cap where the plot cuts it off. */
    private static void paintBands(
            GraphicsContext g, MotionChartLayout layout, MotionFrame frame, Palette palette) {
        g.setStroke(palette.data().deriveColor(0, 1, 1, 0.3));
        g.setLineWidth(1.25);
        for (int day = 0; day <= frame.currentDay(); day++) {
            KpiPoint point = frame.point(day);
            if (point != null && point.estimate().hasBand()) {
                double x = layout.x(day);
                double low = layout.y(point.low());
                double high = layout.y(point.high());
                g.strokeLine(x, low, x, high);
                if (point.low() >= layout.axis().low()) {
                    g.strokeLine(x - CAP, low, x + CAP, low);
                }
                if (point.high() <= layout.axis().high()) {
                    g.strokeLine(x - CAP, high, x + CAP, high);
                }
            }
        }
    }

    /** The line through neighbouring days; it ends where the moment is and leaves gaps open. */
    private static void paintLine(
            GraphicsContext g, MotionChartLayout layout, MotionFrame frame, Palette palette) {
        g.setStroke(palette.data());
        g.setLineWidth(2.25);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        for (int day = 0; day < frame.days() - 1 && day < frame.dayPosition(); day++) {
            KpiPoint from = frame.point(day);
            KpiPoint to = frame.point(day + 1);
            if (from != null && to != null) {
                double share = Math.min(1, frame.dayPosition() - day);
                double value = from.value() + share * (to.value() - from.value());
                g.strokeLine(
                        layout.x(day),
                        layout.y(from.value()),
                        layout.x(day + share),
                        layout.y(value));
            }
        }
        g.setLineCap(StrokeLineCap.BUTT);
    }

    /** A dot, or a diamond beyond the threshold, so that colour is not the only cue. */
    static void paintPoint(
            GraphicsContext g,
            double x,
            double y,
            double radius,
            boolean breach,
            boolean current,
            Palette palette) {
        g.setFill(current ? palette.accent() : breach ? palette.threshold() : palette.data());
        g.setStroke(palette.background());
        g.setLineWidth(1.5);
        if (breach) {
            double r = radius * 1.3;
            double[] xs = {x - r, x, x + r, x};
            double[] ys = {y, y - r, y, y + r};
            g.fillPolygon(xs, ys, 4);
            g.strokePolygon(xs, ys, 4);
        } else {
            g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }
}
