// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.Measure;
import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Palette;
import java.time.DayOfWeek;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * Draws a month of a measure as a line that has come as far as a given day. A pure function of the
 * frame, the size and the palette: the screen, the PNG and every frame of a video are the same
 * drawing. Call on the FX thread.
 */
public final class MotionChartPainter {
    private final ChartText text = new ChartText();
    private final SeriesPainter data = new SeriesPainter();
    private final CalloutPainter callout = new CalloutPainter(text);
    private final ChartLegendPainter legend = new ChartLegendPainter(text);

    /** Draws the frame over the whole of {@code width} by {@code height} pixels. */
    public void paint(
            GraphicsContext g, double width, double height, MotionFrame frame, Palette palette) {
        var layout = layout(frame, width, height);
        g.save();
        g.setFill(palette.background());
        g.fillRect(0, 0, width, height);
        paintGaps(g, layout, frame, palette);
        paintValueAxis(g, layout, frame, palette);
        paintDays(g, layout, frame, palette);
        paintThreshold(g, layout, frame, palette);
        paintPlayhead(g, layout, frame, palette);
        data.paint(g, layout, frame, palette);
        paintTitle(g, layout, frame, palette);
        legend.paint(g, layout, frame, palette);
        callout.paint(g, layout, frame, palette);
        g.restore();
    }

    /** A painter of one frame, for pictures and films. */
    public PaintSurface.Painter of(MotionFrame frame, Palette palette) {
        return (g, width, height) -> paint(g, width, height, frame, palette);
    }

    /** Where things lie in a picture of the given size. */
    public static MotionChartLayout layout(MotionFrame frame, double width, double height) {
        return new MotionChartLayout(
                width,
                height,
                frame.days(),
                AxisDomain.covering(frame.series(), frame.threshold()));
    }

    private static void paintGaps(
            GraphicsContext g, MotionChartLayout layout, MotionFrame frame, Palette palette) {
        g.setFill(palette.surface());
        double column = layout.columnWidth();
        double height = layout.bottom() - layout.top();
        for (int day = 0; day <= frame.currentDay(); day++) {
            if (frame.point(day) == null) {
                double from = Math.round(layout.left() + day * column);
                double to = Math.round(layout.left() + (day + 1) * column);
                g.fillRect(from, layout.top(), to - from, height);
            }
        }
    }

    private void paintValueAxis(
            GraphicsContext g, MotionChartLayout layout, MotionFrame frame, Palette palette) {
        g.setFont(text.label());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        g.setLineWidth(1);
        g.setStroke(palette.grid());
        g.setFill(palette.mutedText());
        for (double tick : layout.ticks()) {
            double y = crisp(layout.y(tick));
            g.strokeLine(layout.left(), y, layout.right(), y);
            g.fillText(KpiFormat.plain(tick), layout.left() - 8, y);
        }
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.BOTTOM);
        g.fillText(axisTitle(frame.series().measure()), 8, layout.top() - 10);
    }

    private void paintDays(
            GraphicsContext g, MotionChartLayout layout, MotionFrame frame, Palette palette) {
        double bottom = crisp(layout.bottom());
        g.setStroke(palette.axis());
        g.setLineWidth(1);
        g.strokeLine(layout.left(), bottom, layout.right(), bottom);
        g.setFont(text.label());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        int step = layout.labelStep();
        for (int day = 0; day < layout.days(); day++) {
            double x = crisp(layout.x(day));
            boolean monday = frame.date(day).getDayOfWeek() == DayOfWeek.MONDAY;
            g.strokeLine(x, bottom, x, bottom + (monday ? 6 : 3));
            if (day % step == 0) {
                g.setFill(day == frame.currentDay() ? palette.text() : palette.mutedText());
                g.fillText(Integer.toString(frame.date(day).getDayOfMonth()), x, bottom + 8);
            }
        }
        g.setFill(palette.mutedText());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.BOTTOM);
        g.fillText(KpiFormat.period(frame.series()), layout.right(), layout.height() - 5);
    }

    private void paintThreshold(
            GraphicsContext g, MotionChartLayout layout, MotionFrame frame, Palette palette) {
        double y = crisp(layout.y(frame.threshold()));
        g.setStroke(palette.threshold());
        g.setLineWidth(1.5);
        g.setLineDashes(7, 5);
        g.strokeLine(layout.left(), y, layout.right(), y);
        g.setLineDashes((double[]) null);
        g.setFont(text.label());
        g.setFill(palette.threshold());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.BOTTOM);
        g.fillText("Threshold", layout.right() + 8, y + 1);
        g.setTextBaseline(VPos.TOP);
        g.fillText(
                KpiFormat.brief(frame.series().measure(), frame.threshold()),
                layout.right() + 8,
                y + 2);
    }

    private static void paintPlayhead(
            GraphicsContext g, MotionChartLayout layout, MotionFrame frame, Palette palette) {
        double x = layout.x(frame.dayPosition());
        g.setStroke(palette.accent().deriveColor(0, 1, 1, 0.55));
        g.setLineWidth(1);
        g.strokeLine(x, layout.top(), x, layout.bottom());
    }

    private void paintTitle(
            GraphicsContext g, MotionChartLayout layout, MotionFrame frame, Palette palette) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        g.setFill(palette.text());
        g.setFont(text.title());
        g.fillText(frame.title(), 8, 6);
        g.setFill(palette.mutedText());
        g.setFont(text.label());
        g.fillText(frame.series().formula(), 8, 33, layout.width() - 16);
    }

    private static String axisTitle(Measure measure) {
        return measure.shortTitle() + " (" + measure.unit() + ")";
    }

    /** The middle of the pixel, so that a line of one pixel is one pixel wide. */
    static double crisp(double place) {
        return Math.floor(place) + 0.5;
    }
}
