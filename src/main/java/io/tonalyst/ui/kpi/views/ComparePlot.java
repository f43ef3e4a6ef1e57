// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.kpi.explore.Pen;
import io.tonalyst.ui.kpi.explore.Plot;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * The lines of the agents as far as a moment. Agents differ by colour, dashes and markers; the
 * names stand at the ends of the lines. The markers of days beyond the threshold have a ring.
 *
 * @param position in days from the first of the month, continuous
 */
record ComparePlot(CompareChart chart, double position) implements Plot {
    private static final double LEFT = 66;
    private static final double RIGHT = 150;
    private static final double TOP = Pen.HEAD + 22;
    private static final double BOTTOM = 40;
    private static final double[][] DASHES = {{}, {9, 5}, {2, 5}};

    /** Okabe and Ito's blue, vermilion and bluish green; lighter on a dark ground. */
    private static final Color[] ON_LIGHT = {
        Color.web("#0072b2"), Color.web("#c04f00"), Color.web("#00795a")
    };

    private static final Color[] ON_DARK = {
        Color.web("#56b4e9"), Color.web("#f28e4b"), Color.web("#35c9a0")
    };

    @Override
    public String title() {
        return chart.title();
    }

    @Override
    public int items() {
        return chart.steps();
    }

    @Override
    public String readout(int item) {
        return chart.readout(item);
    }

    private static Color colour(int line, Palette palette) {
        return (palette.background().getBrightness() > 0.5 ? ON_LIGHT : ON_DARK)[line];
    }

    private double column(double width) {
        return Math.max(1, width - LEFT - RIGHT) / chart.steps();
    }

    /** Horizontal place of a moment. */
    double x(double day, double width) {
        return LEFT + (day + 0.5) * column(width);
    }

    /** Vertical place of a figure. */
    double y(double value, double height) {
        double span = Math.max(1, height - TOP - BOTTOM);
        return height - BOTTOM - chart.axis().share(value) * span;
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.heading(width, height, title(), chart.series().getFirst().formula());
        axes(pen, width, height);
        double at = x(position, width);
        pen.thick(at, TOP, at, height - BOTTOM, palette.accent().deriveColor(0, 1, 1, 0.5), 1);
        if (marked >= 0 && marked < items()) {
            double x = x(marked, width);
            pen.line(x, TOP, x, height - BOTTOM, palette.mutedText(), 2, 3);
        }
        for (int line = chart.series().size() - 1; line >= 0; line--) {
            line(pen, line, width, height);
            points(pen, line, width, height, marked);
        }
        names(pen, width, height);
    }

    private void axes(Pen pen, double width, double height) {
        Palette palette = pen.palette();
        double bottom = height - BOTTOM;
        var axis = chart.axis();
        for (double tick : Pen.ticks(axis.low(), axis.high(), (int) Math.max(2, height / 70))) {
            double at = y(tick, height);
            pen.line(LEFT, at, width - RIGHT, at, palette.grid());
            pen.text(
                    Pen.plain(tick),
                    LEFT - 8,
                    at,
                    TextAlignment.RIGHT,
                    VPos.CENTER,
                    palette.mutedText());
        }
        pen.line(LEFT, bottom, width - RIGHT, bottom, palette.axis());
        int step = column(width) >= 19 ? 1 : column(width) >= 10 ? 2 : 7;
        for (int day = 0; day < items(); day++) {
            boolean monday = chart.date(day).getDayOfWeek() == DayOfWeek.MONDAY;
            double x = x(day, width);
            pen.line(x, bottom, x, bottom + (monday ? 6 : 3), palette.axis());
            if (day % step == 0) {
                pen.text(
                        Integer.toString(chart.date(day).getDayOfMonth()),
                        x,
                        bottom + 8,
                        TextAlignment.CENTER,
                        VPos.TOP,
                        day == (int) position ? palette.text() : palette.mutedText());
            }
        }
        pen.text(
                Columns.named(chart.measure()),
                10,
                TOP - 6,
                TextAlignment.LEFT,
                VPos.BOTTOM,
                palette.mutedText());
        double at = y(chart.threshold(), height);
        pen.line(LEFT, at, width - RIGHT, at, palette.threshold(), 7, 5);
    }

    private void line(Pen pen, int line, double width, double height) {
        double[] xs = new double[items() + 1];
        double[] ys = new double[items() + 1];
        int points = 0;
        Color colour = colour(line, pen.palette());
        for (int day = 0; day <= position; day++) {
            double value = chart.value(line, day);
            if (Double.isNaN(value)) {
                path(pen, xs, ys, points, colour, line);
                points = 0;
                continue;
            }
            xs[points] = x(day, width);
            ys[points++] = y(value, height);
            double share = position - day;
            double next = day + 1 < items() ? chart.value(line, day + 1) : Double.NaN;
            if (share > 0 && share < 1 && !Double.isNaN(next)) {
                xs[points] = x(position, width);
                ys[points++] = y(value + share * (next - value), height);
            }
        }
        path(pen, xs, ys, points, colour, line);
    }

    private static void path(
            Pen pen, double[] xs, double[] ys, int points, Color colour, int line) {
        if (points > 1) {
            pen.path(xs, ys, points, colour, line == 0 ? 2.5 : 2, DASHES[line]);
        }
    }

    private void points(Pen pen, int line, double width, double height, int marked) {
        Color colour = colour(line, pen.palette());
        for (int day = 0; day <= position; day++) {
            double value = chart.value(line, day);
            if (!Double.isNaN(value)) {
                boolean large = day == (int) position || day == marked;
                double radius = large ? 6 : 4;
                double x = x(day, width);
                double y = y(value, height);
                pen.marker(line, x, y, radius + 1.5, pen.palette().background());
                pen.marker(line, x, y, radius, colour);
                if (chart.measure().isBreach(value, chart.threshold())) {
                    pen.ring(x, y, radius + 3, pen.palette().threshold());
                }
            }
        }
    }

    /** A name at the end of its line; line {@link #NONE} is the threshold. */
    private record Name(int line, double y) {}

    /** The names beside the plot, moved apart where they would cover each other. */
    private void names(Pen pen, double width, double height) {
        List<Name> names = new ArrayList<>();
        for (int line = 0; line < chart.series().size(); line++) {
            double value = latest(line);
            names.add(new Name(line, Double.isNaN(value) ? height - BOTTOM : y(value, height)));
        }
        names.add(new Name(NONE, y(chart.threshold(), height)));
        names.sort(Comparator.comparingDouble(Name::y));
        double lowest = TOP - 10;
        for (Name name : names) {
            double y = Math.max(lowest, Math.min(name.y(), height - BOTTOM - 12));
            double left = width - RIGHT + 14;
            if (name.line() == NONE) {
                pen.text(
                        "threshold " + Pen.plain(Math.rint(chart.threshold() * 10) / 10),
                        left,
                        y,
                        TextAlignment.LEFT,
                        VPos.CENTER,
                        pen.palette().threshold());
                lowest = y + 22;
                continue;
            }
            lowest = y + 36;
            KpiSeries one = chart.series().get(name.line());
            double value = latest(name.line());
            Color colour = colour(name.line(), pen.palette());
            pen.path(
                    new double[] {left, left + 24},
                    new double[] {y, y},
                    2,
                    colour,
                    2,
                    DASHES[name.line()]);
            pen.marker(name.line(), left + 12, y, 4.5, colour);
            pen.strong(
                    pen.fit(one.subject().replace("Agent ", ""), RIGHT - 46),
                    left + 30,
                    y - 1,
                    TextAlignment.LEFT,
                    VPos.CENTER,
                    colour);
            pen.text(
                    Double.isNaN(value) ? "no calls yet" : chart.measure().format(value),
                    left + 30,
                    y + 14,
                    TextAlignment.LEFT,
                    VPos.CENTER,
                    pen.palette().mutedText());
        }
    }

    /** The last figure up to the moment; NaN before the first. */
    private double latest(int line) {
        for (int day = (int) position; day >= 0; day--) {
            double value = chart.value(line, day);
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return Double.NaN;
    }

    @Override
    public int itemAt(double x, double y, double width, double height) {
        int day = (int) Math.floor((x - LEFT) / column(width));
        boolean inside = y >= TOP - 10 && y <= height - BOTTOM + 24;
        return inside && x >= LEFT && day < items() ? day : NONE;
    }
}
