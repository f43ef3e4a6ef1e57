// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.ui.Palette;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Groups of horizontal bars from 0 to 1, one group a row, one bar a series, each with its number.
 *
 * @param series names, in the order of the bars of a row
 * @param numbers writes a value beside its bar
 */
record BarsChart(String name, List<String> series, List<Row> rows, DoubleFunction<String> numbers)
        implements Chart {
    private static final double TOP = 26;
    private static final double BOTTOM = 22;
    private static final double RIGHT = 52;
    private static final double MIN_LEFT = 74;
    private static final double GAP = 0.28;

    BarsChart {
        series = List.copyOf(series);
        rows = List.copyOf(rows);
    }

    /**
     * @param values one a series, 0 to 1; NaN for none
     */
    record Row(String label, List<Double> values, String readout) {
        Row {
            values = List.copyOf(values);
        }
    }

    /** Bars of shares, written as percent. */
    static BarsChart percent(String name, List<String> series, List<Row> rows) {
        return new BarsChart(name, series, rows, Format::percent);
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.clear(width, height);
        double left = left(width);
        var x = new Scale(0, 1, left, width - RIGHT);
        legend(pen, palette, left);
        for (double tick : x.ticks(6)) {
            pen.line(x.at(tick), TOP, x.at(tick), height - BOTTOM, palette.grid());
            pen.mutedCentre(Format.wholePercent(tick), x.at(tick), height - BOTTOM / 2);
        }
        double rowHeight = rowHeight(height);
        for (int row = 0; row < rows.size(); row++) {
            double y = TOP + row * rowHeight;
            pen.right(
                    Pen.fit(rows.get(row).label(), left - 14, Pen.LABEL),
                    left - 8,
                    y + rowHeight / 2);
            bars(pen, palette, x, y, rowHeight, rows.get(row));
        }
        if (marked >= 0 && marked < rows.size()) {
            pen.mark(2, TOP + marked * rowHeight + 1, width - 4, rowHeight - 2);
        }
    }

    private void bars(Pen pen, Palette palette, Scale x, double top, double rowHeight, Row row) {
        double bar = rowHeight * (1 - GAP) / series.size();
        double y = top + rowHeight * GAP / 2;
        for (int s = 0; s < series.size(); s++) {
            double value = row.values().get(s);
            if (!Double.isNaN(value)) {
                Color colour = Pen.colour(palette, s);
                pen.rect(x.from(), y, x.at(value) - x.from(), Math.max(1, bar - 1), colour);
                if (bar >= 9) {
                    pen.left(numbers.apply(value), x.at(value) + 4, y + bar / 2);
                }
            }
            y += bar;
        }
    }

    private void legend(Pen pen, Palette palette, double left) {
        double x = left;
        for (int s = 0; s < series.size(); s++) {
            pen.rect(x, 6, 10, 10, Pen.colour(palette, s));
            pen.left(series.get(s), x + 15, 11);
            x += 33 + Pen.width(series.get(s), Pen.LABEL);
        }
    }

    private double left(double width) {
        double longest =
                rows.stream().mapToDouble(r -> Pen.width(r.label(), Pen.LABEL)).max().orElse(0);
        return Math.min(Math.max(longest + 16, MIN_LEFT), width * 0.45);
    }

    private double rowHeight(double height) {
        return (height - TOP - BOTTOM) / Math.max(1, rows.size());
    }

    @Override
    public int items() {
        return rows.size();
    }

    @Override
    public int itemAt(double x, double y, double width, double height) {
        int row = (int) Math.floor((y - TOP) / rowHeight(height));
        return row >= 0 && row < rows.size() && x >= 0 && x < width ? row : NONE;
    }

    @Override
    public String readout(int item) {
        return rows.get(item).readout();
    }
}
