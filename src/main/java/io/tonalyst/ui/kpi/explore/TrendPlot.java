// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.explore;

import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.overview.Overview;
import io.tonalyst.kpi.overview.Signal;
import io.tonalyst.kpi.overview.Trend;
import io.tonalyst.ui.Palette;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * A measure of one agent period by period as a control chart: bands, limits, centre line, target;
 * alerts are diamonds, other signals rings.
 */
public record TrendPlot(Overview overview, Overview.Agent agent) implements Plot {
    private static final double LEFT = 70;
    private static final double RIGHT = 96;
    private static final double BOTTOM = 30;
    private static final double TOP = Pen.HEAD + 22;

    @Override
    public String title() {
        return "Agent %s: %s by %s"
                .formatted(
                        agent.title(),
                        measure().shortTitle(),
                        overview.query().granularity().key());
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.heading(width, height, title(), overview.formula().text());
        List<Trend.Point> points = agent.trend().points();
        if (points.isEmpty()) {
            pen.nothing();
            return;
        }
        double bottom = height - BOTTOM;
        double[] span = span();
        double scale = (bottom - TOP) / (span[1] - span[0]);
        for (double tick : Pen.ticks(span[0], span[1], Math.max(2, (int) ((bottom - TOP) / 34)))) {
            double y = bottom - (tick - span[0]) * scale;
            pen.line(LEFT, y, width - RIGHT, y, palette.grid());
            pen.text(
                    Pen.plain(tick),
                    LEFT - 8,
                    y,
                    TextAlignment.RIGHT,
                    VPos.CENTER,
                    palette.mutedText());
        }
        pen.text(
                measure().shortTitle() + " (" + measure().unit() + ")",
                10,
                TOP - 6,
                TextAlignment.LEFT,
                VPos.BOTTOM,
                palette.mutedText());
        labels(pen, width, bottom);
        limits(pen, width, bottom, span[0], scale);
        lines(pen, width, bottom, span[0], scale);
        data(pen, width, bottom, span[0], scale, marked);
        legend(pen, width);
    }

    private void labels(Pen pen, double width, double bottom) {
        List<Trend.Point> points = agent.trend().points();
        double wide = pen.width(points.getFirst().label()) + 14;
        int step = Math.max(1, (int) Math.ceil(wide / column(width)));
        pen.line(LEFT, bottom, width - RIGHT, bottom, pen.palette().axis());
        for (int i = 0; i < points.size(); i += step) {
            double x = x(i, width);
            pen.line(x, bottom, x, bottom + 4, pen.palette().axis());
            pen.text(
                    points.get(i).label(),
                    x,
                    bottom + 7,
                    TextAlignment.CENTER,
                    VPos.TOP,
                    pen.palette().mutedText());
        }
    }

    private void limits(Pen pen, double width, double bottom, double from, double scale) {
        List<Trend.Point> points = agent.trend().points();
        double column = column(width);
        for (int i = 0; i < points.size(); i++) {
            Trend.Point point = points.get(i);
            if (!Double.isNaN(point.low())) {
                double high = bottom - (point.high() - from) * scale;
                double low = bottom - (point.low() - from) * scale;
                double x = LEFT + i * column;
                pen.rect(x, high, column + 0.5, low - high, pen.palette().surface());
                pen.line(x, high, x + column, high, pen.palette().axis());
                pen.line(x, low, x + column, low, pen.palette().axis());
            }
        }
    }

    private void lines(Pen pen, double width, double bottom, double from, double scale) {
        double centre = agent.trend().centre();
        if (!Double.isNaN(centre)) {
            level(pen, width, bottom - (centre - from) * scale, "mean", pen.palette().axis());
        }
        level(
                pen,
                width,
                bottom - (overview.target() - from) * scale,
                "target",
                pen.palette().threshold());
    }

    private void level(Pen pen, double width, double y, String name, Color colour) {
        pen.line(LEFT, y, width - RIGHT, y, colour, 6, 4);
        double value = name.equals("target") ? overview.target() : agent.trend().centre();
        boolean above = name.equals("target") == (overview.target() > agent.trend().centre());
        pen.text(
                name + " " + Pen.plain(Math.rint(value * 10) / 10),
                width - RIGHT + 6,
                y,
                TextAlignment.LEFT,
                above ? VPos.BOTTOM : VPos.TOP,
                colour);
    }

    private void data(Pen pen, double width, double bottom, double from, double scale, int marked) {
        List<Trend.Point> points = agent.trend().points();
        Palette palette = pen.palette();
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < points.size(); i++) {
            double x = x(i, width);
            double y = bottom - (points.get(i).value() - from) * scale;
            if (!Double.isNaN(lastX)) {
                pen.thick(lastX, lastY, x, y, palette.data(), 1.5);
            }
            lastX = x;
            lastY = y;
        }
        double radius = Math.clamp(column(width) * 0.3, 1.5, 4.5);
        for (int i = 0; i < points.size(); i++) {
            Trend.Point point = points.get(i);
            double x = x(i, width);
            double y = bottom - (point.value() - from) * scale;
            if (point.estimate().hasBand() && column(width) >= 7) {
                double top = Math.max(TOP, bottom - (point.estimate().high() - from) * scale);
                double low = Math.min(bottom, bottom - (point.estimate().low() - from) * scale);
                pen.thick(x, top, x, low, palette.data().deriveColor(0, 1, 1, 0.4), 1);
            }
            if (i == marked) {
                pen.dot(x, y, radius + 3, palette.accent());
            }
            if (point.isAlert(measure())) {
                pen.diamond(x, y, radius + 2, palette.threshold());
            } else {
                pen.dot(x, y, radius, palette.data());
                if (!point.signals().isEmpty()) {
                    pen.dot(x, y, radius * 0.5, palette.background());
                }
            }
        }
    }

    private static void legend(Pen pen, double width) {
        Palette palette = pen.palette();
        double y = TOP - 13;
        double x = width - RIGHT - 300;
        pen.diamond(x, y, 5, palette.threshold());
        pen.text("alert", x + 10, y, TextAlignment.LEFT, VPos.CENTER, palette.mutedText());
        pen.dot(x + 60, y, 4, palette.data());
        pen.dot(x + 60, y, 2, palette.background());
        pen.text("other signal", x + 70, y, TextAlignment.LEFT, VPos.CENTER, palette.mutedText());
        pen.rect(x + 160, y - 6, 14, 12, palette.surface());
        pen.frame(x + 160, y - 6, 14, 12, palette.axis());
        pen.text(
                "control limits", x + 180, y, TextAlignment.LEFT, VPos.CENTER, palette.mutedText());
    }

    /** The values on the axis: figures, limits and target, and some room. */
    private double[] span() {
        double low = overview.target();
        double high = overview.target();
        for (Trend.Point point : agent.trend().points()) {
            low = Math.min(low, Math.min(point.value(), known(point.low(), point.value())));
            high = Math.max(high, Math.max(point.value(), known(point.high(), point.value())));
        }
        double room = Math.max((high - low) * 0.06, 1);
        return new double[] {
            Math.max(0, low - room), measure().isRate() ? Math.min(100, high + room) : high + room
        };
    }

    private static double known(double value, double otherwise) {
        return Double.isNaN(value) ? otherwise : value;
    }

    private Measure measure() {
        return overview.query().measure();
    }

    private double column(double width) {
        return (width - LEFT - RIGHT) / Math.max(1, items());
    }

    private double x(int item, double width) {
        return LEFT + (item + 0.5) * column(width);
    }

    @Override
    public int items() {
        return agent.trend().points().size();
    }

    @Override
    public int itemAt(double x, double y, double width, double height) {
        int item = (int) Math.floor((x - LEFT) / column(width));
        return item >= 0 && item < items() && y > TOP && y < height - BOTTOM ? item : NONE;
    }

    @Override
    public String readout(int item) {
        Trend.Point point = agent.trend().points().get(item);
        String signals =
                point.signals().stream().map(Signal::title).collect(Collectors.joining(", "));
        String band =
                point.estimate().hasBand()
                        ? String.format(
                                Locale.ROOT,
                                ", 95 %% band %,.1f to %,.1f",
                                point.estimate().low(),
                                point.estimate().high())
                        : "";
        return "%s: %s, %,d calls%s%s."
                .formatted(
                        point.label(),
                        measure().format(point.value()),
                        point.totals().calls(),
                        band,
                        signals.isEmpty() ? "" : "; " + signals);
    }
}
