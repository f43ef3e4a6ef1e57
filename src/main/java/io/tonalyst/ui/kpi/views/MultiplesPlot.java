// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.kpi.explore.Pen;
import io.tonalyst.ui.kpi.explore.Plot;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * The small lines as far as a moment.
 *
 * @param position in periods, continuous
 */
record MultiplesPlot(MultiplesChart chart, double position) implements Plot {
    private static final double LEFT = 50;
    private static final double RIGHT = 12;
    private static final double TOP = Pen.HEAD - 6;
    private static final double BOTTOM = 30;
    private static final double NAME = 18;
    private static final double GAP = 10;

    /** Where the lines lie. */
    private record Layout(int columns, int rows, double width, double height) {
        static Layout of(int lines, double width, double height) {
            double across = Math.max(1, width - LEFT - RIGHT);
            double down = Math.max(1, height - TOP - BOTTOM);
            int best = 1;
            double nearest = Double.POSITIVE_INFINITY;
            for (int columns = 1; columns <= lines; columns++) {
                int rows = (lines + columns - 1) / columns;
                double shape = across / columns / (down / rows);
                double off = Math.abs(Math.log(shape / 1.7));
                if (off < nearest) {
                    nearest = off;
                    best = columns;
                }
            }
            int rows = Math.max(1, (lines + best - 1) / best);
            return new Layout(best, rows, across / best, down / rows);
        }

        double left(int item) {
            return LEFT + item % columns * width;
        }

        double top(int item) {
            return TOP + Math.floorDiv(item, columns) * height;
        }
    }

    @Override
    public String title() {
        return chart.title();
    }

    @Override
    public int items() {
        return chart.shown().size();
    }

    @Override
    public String readout(int item) {
        return chart.readout(item, position);
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.heading(width, height, title(), chart.formula().text());
        if (items() == 0) {
            pen.nothing();
            return;
        }
        var layout = Layout.of(items(), width, height);
        for (int item = 0; item < items(); item++) {
            cell(pen, layout, item);
        }
        // All lines are one path, which paints several times quicker than as many lines.
        pen.begin();
        for (int item = 0; item < items(); item++) {
            line(pen, layout, item);
        }
        pen.stroke(palette.data(), 1.5);
        for (int item = 0; item < items(); item++) {
            reached(pen, layout, item, item == marked);
        }
        String reached = chart.stepTitle((int) Math.floor(position));
        pen.text(
                reached,
                width - RIGHT,
                height - 8,
                TextAlignment.RIGHT,
                VPos.BOTTOM,
                palette.text());
        String threshold =
                Double.isNaN(chart.threshold())
                        ? ""
                        : " · dashed: threshold "
                                + Pen.plain(Math.rint(chart.threshold() * 10) / 10);
        pen.text(
                pen.fit(
                        "All on the same axes, in " + chart.formula().measure().unit() + threshold,
                        Math.max(20, width - LEFT - RIGHT - pen.width(reached) - 20)),
                LEFT,
                height - 8,
                TextAlignment.LEFT,
                VPos.BOTTOM,
                palette.mutedText());
    }

    private double x(Layout layout, int item, double period) {
        double span = Math.max(1, chart.panel().periods() - 1);
        return layout.left(item) + 4 + period / span * Math.max(1, layout.width() - GAP - 8);
    }

    private double y(Layout layout, int item, double value) {
        double height = Math.max(1, layout.height() - NAME - GAP);
        return layout.top(item) + NAME + (1 - chart.axis().share(value)) * height;
    }

    /** What lies behind the line of an agent. */
    private void cell(Pen pen, Layout layout, int item) {
        Palette palette = pen.palette();
        AxisDomain axis = chart.axis();
        double left = layout.left(item);
        double right = left + layout.width() - GAP;
        double low = y(layout, item, axis.low());
        double high = y(layout, item, axis.high());
        pen.rect(left, high, right - left, low - high, palette.surface());
        pen.line(left, low, right, low, palette.axis());
        if (!Double.isNaN(chart.threshold())) {
            double at = y(layout, item, chart.threshold());
            pen.line(left, at, right, at, palette.threshold(), 4, 3);
        }
        if (item % layout.columns() == 0) {
            Color muted = palette.mutedText();
            pen.text(Pen.plain(axis.high()), left - 5, high, TextAlignment.RIGHT, VPos.TOP, muted);
            pen.text(Pen.plain(axis.low()), left - 5, low, TextAlignment.RIGHT, VPos.BOTTOM, muted);
        }
    }

    /** What lies above the line of an agent: the figure of the moment. */
    private void reached(Pen pen, Layout layout, int item, boolean marked) {
        MultiplesChart.Line line = chart.shown().get(item);
        double left = layout.left(item);
        double right = left + layout.width() - GAP;
        now(pen, layout, item, line);
        if (marked) {
            double low = y(layout, item, chart.axis().low());
            double high = y(layout, item, chart.axis().high());
            pen.border(left, high, right - left, low - high, pen.palette().text(), 1.5);
        }
        head(pen, line, left, right, layout.top(item));
    }

    private void head(Pen pen, MultiplesChart.Line line, double left, double right, double top) {
        int period = (int) Math.floor(position);
        double now = line.track().of(period);
        String value = Double.isNaN(now) ? "–" : Pen.plain(Math.rint(now * 10) / 10);
        double wide = pen.width(value);
        boolean breach = !Double.isNaN(now) && chart.isBreach(now);
        pen.text(
                value,
                right,
                top + 2,
                TextAlignment.RIGHT,
                VPos.TOP,
                breach ? pen.palette().threshold() : pen.palette().mutedText());
        if (breach) {
            pen.diamond(right - wide - 8, top + 9, 4, pen.palette().threshold());
        }
        pen.strong(
                pen.fit(line.agent().title(), Math.max(10, right - left - wide - 22)),
                left,
                top + 2,
                TextAlignment.LEFT,
                VPos.TOP,
                pen.palette().text());
    }

    /** Adds the line of an agent as far as the moment; a single point between gaps is a dot. */
    private void line(Pen pen, Layout layout, int item) {
        MultiplesChart.Line line = chart.shown().get(item);
        int[] periods = line.agent().periods();
        double[] values = line.track().values();
        double[] xs = new double[periods.length + 1];
        double[] ys = new double[periods.length + 1];
        int points = 0;
        int before = Integer.MIN_VALUE;
        for (int i = 0; i < periods.length && periods[i] <= position; i++) {
            boolean gap = Double.isNaN(values[i]) || periods[i] != before + 1;
            if (gap) {
                add(pen, xs, ys, points);
                points = 0;
            }
            before = Double.isNaN(values[i]) ? Integer.MIN_VALUE : periods[i];
            if (!Double.isNaN(values[i])) {
                xs[points] = x(layout, item, periods[i]);
                ys[points++] = y(layout, item, values[i]);
            }
        }
        if (points > 0 && onTheWay(line)) {
            xs[points] = x(layout, item, position);
            ys[points++] = y(layout, item, line.track().at(position));
        }
        add(pen, xs, ys, points);
    }

    private static void add(Pen pen, double[] xs, double[] ys, int points) {
        if (points == 1) {
            pen.add(new double[] {xs[0] - 1, xs[0] + 1}, new double[] {ys[0], ys[0]}, 2);
        } else {
            pen.add(xs, ys, points);
        }
    }

    /** Whether the moment lies between two periods that both have a figure. */
    private boolean onTheWay(MultiplesChart.Line line) {
        int period = (int) Math.floor(position);
        return position > period
                && !Double.isNaN(line.track().of(period))
                && !Double.isNaN(line.track().of(period + 1));
    }

    /** The end of the line at the moment; breaches have a shape of their own. */
    private void now(Pen pen, Layout layout, int item, MultiplesChart.Line line) {
        double value = line.track().at(position);
        if (Double.isNaN(value)) {
            return;
        }
        double x = x(layout, item, onTheWay(line) ? position : Math.floor(position));
        double y = y(layout, item, value);
        if (chart.isBreach(value)) {
            pen.diamond(x, y, 4.5, pen.palette().threshold());
        } else {
            pen.dot(x, y, 3.5, pen.palette().accent());
        }
    }

    @Override
    public int itemAt(double x, double y, double width, double height) {
        int lines = items();
        if (lines == 0) {
            return NONE;
        }
        var layout = Layout.of(lines, width, height);
        int column = (int) Math.floor((x - LEFT) / layout.width());
        int row = (int) Math.floor((y - TOP) / layout.height());
        int item = row * layout.columns() + column;
        boolean inside =
                column >= 0 && column < layout.columns() && row >= 0 && row < layout.rows();
        return inside && item < lines ? item : NONE;
    }
}
