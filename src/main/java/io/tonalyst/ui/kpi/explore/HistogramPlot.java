// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.explore;

import io.tonalyst.kpi.explore.Distribution;
import io.tonalyst.ui.Palette;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** The spread of a duration as columns, with its median, mean and ninth decile. */
public record HistogramPlot(Distribution spread, String subtitle) implements Plot {
    private static final double LEFT = 74;
    private static final double RIGHT = 24;
    private static final double BOTTOM = 52;
    private static final double TOP = Pen.HEAD + 28;

    @Override
    public String title() {
        return spread.title();
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.heading(width, height, title(), subtitle);
        List<Distribution.Bin> bins = spread.bins();
        if (bins.isEmpty()) {
            pen.nothing();
            return;
        }
        double bottom = height - BOTTOM;
        double most = bins.stream().mapToLong(Distribution.Bin::calls).max().orElse(1);
        double scale = (bottom - TOP) / Math.max(1, most);
        for (double tick : Pen.ticks(0, most, Math.max(2, (int) ((bottom - TOP) / 60)))) {
            double y = bottom - tick * scale;
            pen.line(LEFT, y, width - RIGHT, y, palette.grid());
            pen.text(
                    Pen.plain(tick),
                    LEFT - 8,
                    y,
                    TextAlignment.RIGHT,
                    VPos.CENTER,
                    palette.mutedText());
        }
        pen.text("Calls", 10, TOP - 10, TextAlignment.LEFT, VPos.BOTTOM, palette.mutedText());
        double column = column(width);
        for (int i = 0; i < bins.size(); i++) {
            boolean open = bins.get(i).to() == Double.POSITIVE_INFINITY;
            Color colour = i == marked ? palette.accent() : palette.data();
            double tall = bins.get(i).calls() * scale;
            pen.rect(
                    LEFT + i * column + 0.5,
                    bottom - tall,
                    Math.max(1, column - 1),
                    tall,
                    open ? colour.deriveColor(0, 1, 1, 0.45) : colour);
        }
        pen.line(LEFT, bottom, width - RIGHT, bottom, palette.axis());
        seconds(pen, width, bottom);
        mark(pen, width, bottom, spread.p90(), "90 % below", Pen.HEAD - 12, palette.text());
        mark(pen, width, bottom, spread.mean(), "mean", Pen.HEAD + 4, palette.mutedText());
        mark(pen, width, bottom, spread.median(), "median", Pen.HEAD - 12, palette.threshold());
        pen.text(
                spread.figure().title() + " (s)",
                width - RIGHT,
                bottom + 24,
                TextAlignment.RIGHT,
                VPos.TOP,
                palette.mutedText());
    }

    private void seconds(Pen pen, double width, double bottom) {
        List<Distribution.Bin> bins = spread.bins();
        Distribution.Bin first = bins.getFirst();
        double binWidth = first.to() == Double.POSITIVE_INFINITY ? 1 : first.to() - first.from();
        double end = first.from() + bins.size() * binWidth;
        for (double tick : Pen.ticks(first.from(), end, Math.max(2, (int) (width / 90)))) {
            double x = LEFT + (tick - first.from()) / binWidth * column(width);
            pen.line(x, bottom, x, bottom + 4, pen.palette().axis());
            pen.text(
                    Pen.plain(tick),
                    x,
                    bottom + 7,
                    TextAlignment.CENTER,
                    VPos.TOP,
                    pen.palette().mutedText());
        }
    }

    private void mark(
            Pen pen,
            double width,
            double bottom,
            double value,
            String name,
            double y,
            Color colour) {
        Distribution.Bin first = spread.bins().getFirst();
        double binWidth = first.to() == Double.POSITIVE_INFINITY ? 1 : first.to() - first.from();
        double x = LEFT + (value - first.from()) / binWidth * column(width);
        if (Double.isNaN(value) || x > width - RIGHT) {
            return;
        }
        pen.line(x, y + 2, x, bottom, colour, 5, 4);
        boolean late = x > width - RIGHT - 140;
        String label = name + " " + spread.figure().format(value);
        double wide = pen.width(label) + 6;
        pen.rect(late ? x - 2 - wide : x + 2, y, wide, 15, pen.palette().background());
        pen.text(
                label,
                late ? x - 5 : x + 5,
                y,
                late ? TextAlignment.RIGHT : TextAlignment.LEFT,
                VPos.TOP,
                colour);
    }

    private double column(double width) {
        return (width - LEFT - RIGHT) / Math.max(1, spread.bins().size());
    }

    @Override
    public int items() {
        return spread.bins().size();
    }

    @Override
    public int itemAt(double x, double y, double width, double height) {
        int item = (int) Math.floor((x - LEFT) / column(width));
        return item >= 0 && item < items() && y > Pen.HEAD && y < height - BOTTOM ? item : NONE;
    }

    @Override
    public String readout(int item) {
        Distribution.Bin bin = spread.bins().get(item);
        return String.format(
                Locale.ROOT,
                "%s: %,d calls, %.1f %% of all.",
                bin.title(),
                bin.calls(),
                100.0 * bin.calls() / spread.calls());
    }
}
