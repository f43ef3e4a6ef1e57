// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.kpi.explore.Pen;
import io.tonalyst.ui.kpi.explore.Plot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * The bubbles at a moment.
 *
 * @param position in periods, continuous
 */
record BubblePlot(BubbleChart chart, double position) implements Plot {
    private static final double LEFT = 76;
    private static final double RIGHT = 150;
    private static final double TOP = Pen.HEAD + 20;
    private static final double BOTTOM = 50;
    private static final double SMALLEST = 3.5;

    /** Larger letters are drawn as shapes at each picture, which takes several times as long. */
    private static final double WATERMARK = 78;

    /** More names than that would hide the bubbles. */
    private static final int NAMED = 12;

    /** Parts of a trail, each stronger than the one before. */
    private static final double[] FADE = {0.22, 0.4, 0.65};

    @Override
    public String title() {
        return chart.title();
    }

    @Override
    public int items() {
        return chart.bubbles().size();
    }

    @Override
    public String readout(int item) {
        return chart.readout(item, position);
    }

    private static double x(AxisDomain axis, double value, double width) {
        return LEFT + axis.share(value) * Math.max(1, width - LEFT - RIGHT);
    }

    private static double y(AxisDomain axis, double value, double height) {
        return height - BOTTOM - axis.share(value) * Math.max(1, height - TOP - BOTTOM);
    }

    /** Where a bubble is; NaN where it is not shown. */
    double x(int item, double width) {
        return x(chart.xAxis(), chart.bubbles().get(item).x().at(position), width);
    }

    /** Where a bubble is; NaN where it is not shown. */
    double y(int item, double height) {
        return y(chart.yAxis(), chart.bubbles().get(item).y().at(position), height);
    }

    /** The area of a bubble is its figure; bubbles without one are as small as can be. */
    double radius(int item, double width, double height) {
        double value = chart.bubbles().get(item).size().at(position);
        return radius(value, width, height);
    }

    private double radius(double value, double width, double height) {
        // Many bubbles are smaller, so that they do not cover each other.
        double crowd = Math.clamp(Math.sqrt(60.0 / Math.max(1, items())), 0.45, 1);
        double most = crowd * Math.clamp(Math.min(width, height) / 28, 6, 26);
        return Double.isNaN(value)
                ? SMALLEST
                : Math.max(SMALLEST, most * Math.sqrt(Math.max(0, value) / chart.largest()));
    }

    /** Large ones first, so that the small ones lie above them. */
    private List<Integer> shown() {
        return IntStream.range(0, items())
                .boxed()
                .filter(i -> chart.bubbles().get(i).isAt(position))
                .sorted(Comparator.comparingDouble((Integer i) -> -sizeOf(chart.bubbles().get(i))))
                .toList();
    }

    private double sizeOf(BubbleChart.Bubble bubble) {
        double size = bubble.size().at(position);
        return Double.isNaN(size) ? 0 : size;
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.heading(width, height, title(), chart.how());
        if (chart.steps() == 0) {
            pen.nothing();
            return;
        }
        String when = chart.stepTitle((int) Math.floor(position));
        double inner = width - LEFT - RIGHT;
        pen.watermark(
                when,
                LEFT + inner / 2,
                (TOP + height - BOTTOM) / 2,
                Math.clamp(inner / when.length() * 1.3, 14, WATERMARK),
                palette.grid());
        axes(pen, width, height);
        List<Integer> shown = shown();
        boolean any = chart.bubbles().stream().anyMatch(chart::isChosen);
        // The others lie behind those that were chosen, and behind their trails.
        for (int item : shown) {
            if (any && !stands(item, marked)) {
                bubble(pen, item, width, height, any, false);
            }
        }
        if (chart.spec().trail() > 0) {
            List<Integer> leaving =
                    shown.stream().filter(item -> !any || stands(item, marked)).toList();
            trails(pen, leaving, width, height, any);
        }
        for (int item : shown) {
            if (!any || stands(item, marked)) {
                bubble(pen, item, width, height, any, item == marked);
            }
        }
        for (int item : shown) {
            if (item == marked
                    || chart.isChosen(chart.bubbles().get(item))
                    || (!any && shown.size() <= NAMED)) {
                name(pen, item, width, height);
            }
        }
        legend(pen, width, height);
    }

    /** Whether a bubble stands out where some do. */
    private boolean stands(int item, int marked) {
        return item == marked || chart.isChosen(chart.bubbles().get(item));
    }

    private void axes(Pen pen, double width, double height) {
        Color grid = pen.palette().grid();
        Color muted = pen.palette().mutedText();
        AxisDomain xAxis = chart.xAxis();
        AxisDomain yAxis = chart.yAxis();
        double bottom = height - BOTTOM;
        for (double tick : Pen.ticks(xAxis.low(), xAxis.high(), (int) Math.max(2, width / 130))) {
            double at = x(xAxis, tick, width);
            pen.line(at, TOP, at, bottom, grid);
            pen.text(Pen.plain(tick), at, bottom + 6, TextAlignment.CENTER, VPos.TOP, muted);
        }
        for (double tick : Pen.ticks(yAxis.low(), yAxis.high(), (int) Math.max(2, height / 90))) {
            double at = y(yAxis, tick, height);
            pen.line(LEFT, at, width - RIGHT, at, grid);
            pen.text(Pen.plain(tick), LEFT - 8, at, TextAlignment.RIGHT, VPos.CENTER, muted);
        }
        pen.line(LEFT, bottom, width - RIGHT, bottom, pen.palette().axis());
        pen.line(LEFT, TOP, LEFT, bottom, pen.palette().axis());
        pen.text(
                Columns.named(chart.spec().x()),
                width - RIGHT,
                height - 8,
                TextAlignment.RIGHT,
                VPos.BOTTOM,
                pen.palette().text());
        pen.text(
                Columns.named(chart.spec().y()),
                10,
                TOP - 6,
                TextAlignment.LEFT,
                VPos.BOTTOM,
                pen.palette().text());
    }

    private Color colour(BubbleChart.Bubble bubble, Palette palette) {
        Track track = bubble.colour();
        AxisDomain span = chart.colours();
        if (track == null || span == null) {
            return palette.data();
        }
        double value = track.at(position);
        return Double.isNaN(value) ? palette.grid() : Scale.colour(span.share(value));
    }

    /**
     * The ways bubbles have come: straight from period to period, fading into the past. All lines
     * of one strength are one path, which paints several times quicker than as many lines.
     */
    private void trails(Pen pen, List<Integer> items, double width, double height, boolean strong) {
        int last = (int) Math.floor(position);
        int first = Math.max(0, last - chart.spec().trail());
        Color colour = strong ? pen.palette().text() : pen.palette().axis();
        for (int part = 0; part < FADE.length; part++) {
            int from = first + (last - first) * part / FADE.length;
            int to = first + (last - first) * (part + 1) / FADE.length;
            Color faded = colour.deriveColor(0, 1, 1, FADE[part]);
            boolean newest = part == FADE.length - 1;
            pen.begin();
            for (int item : items) {
                trail(pen, item, from, to, newest, width, height);
            }
            pen.stroke(faded, strong ? 2 : 1.25);
            if (strong) {
                dots(pen, items, from, to, faded, width, height);
            }
        }
    }

    private void trail(
            Pen pen, int item, int from, int to, boolean newest, double width, double height) {
        BubbleChart.Bubble bubble = chart.bubbles().get(item);
        double[] xs = new double[to - from + 2];
        double[] ys = new double[to - from + 2];
        int points = 0;
        for (int period = from; period <= to; period++) {
            double px = bubble.x().of(period);
            double py = bubble.y().of(period);
            if (Double.isNaN(px) || Double.isNaN(py)) {
                pen.add(xs, ys, points);
                points = 0;
            } else {
                xs[points] = x(chart.xAxis(), px, width);
                ys[points++] = y(chart.yAxis(), py, height);
            }
        }
        if (newest && position > to && points > 0) {
            xs[points] = x(item, width);
            ys[points++] = y(item, height);
        }
        pen.add(xs, ys, points);
    }

    private void dots(
            Pen pen,
            List<Integer> items,
            int from,
            int to,
            Color colour,
            double width,
            double height) {
        for (int item : items) {
            BubbleChart.Bubble bubble = chart.bubbles().get(item);
            for (int period = from; period < to; period++) {
                double px = bubble.x().of(period);
                double py = bubble.y().of(period);
                if (!Double.isNaN(px) && !Double.isNaN(py)) {
                    pen.dot(x(chart.xAxis(), px, width), y(chart.yAxis(), py, height), 2.5, colour);
                }
            }
        }
    }

    private void bubble(
            Pen pen, int item, double width, double height, boolean any, boolean marked) {
        BubbleChart.Bubble bubble = chart.bubbles().get(item);
        Palette palette = pen.palette();
        boolean chosen = chart.isChosen(bubble);
        Color fill = colour(bubble, palette);
        boolean pale = any && !chosen && !marked;
        pen.disc(
                x(item, width),
                y(item, height),
                radius(item, width, height),
                pale ? fill.deriveColor(0, 1, 1, 0.22) : fill,
                marked || chosen ? palette.text() : pale ? palette.grid() : palette.background(),
                marked || chosen ? 2 : 1);
    }

    private void name(Pen pen, int item, double width, double height) {
        double x = x(item, width);
        double y = y(item, height);
        double reach = radius(item, width, height) + 5;
        String text = chart.bubbles().get(item).agent().title();
        boolean right = x + reach + pen.width(text) < width - RIGHT + 20;
        pen.strong(
                text,
                right ? x + reach : x - reach,
                y,
                right ? TextAlignment.LEFT : TextAlignment.RIGHT,
                VPos.CENTER,
                pen.palette().text());
    }

    private void legend(Pen pen, double width, double height) {
        double left = width - RIGHT + 22;
        Color muted = pen.palette().mutedText();
        double y = TOP;
        pen.text(
                "Area: " + chart.spec().size().shortTitle(),
                left,
                y,
                TextAlignment.LEFT,
                VPos.TOP,
                muted);
        y += 24;
        for (double share : new double[] {1, 0.25}) {
            double value = chart.largest() * share;
            double radius = radius(value, width, height);
            pen.disc(
                    left + 26,
                    y + radius,
                    radius,
                    pen.palette().surface(),
                    pen.palette().axis(),
                    1);
            pen.text(
                    Pen.plain(Math.rint(value)),
                    left + 58,
                    y + radius,
                    TextAlignment.LEFT,
                    VPos.CENTER,
                    muted);
            y += 2 * radius + 8;
        }
        AxisDomain span = chart.colours();
        var colour = chart.spec().colour();
        if (span != null && colour != null) {
            y += 10;
            pen.text(
                    "Colour: " + colour.shortTitle(), left, y, TextAlignment.LEFT, VPos.TOP, muted);
            Scale.bar(pen, left, y + 20, RIGHT - 36, 10, span, colour, Double.NaN);
        }
    }

    /** The uppermost bubble under the pointer, or one close by. */
    @Override
    public int itemAt(double x, double y, double width, double height) {
        int found = NONE;
        double nearest = Double.POSITIVE_INFINITY;
        for (int item : shown()) {
            double distance = Math.hypot(x - x(item, width), y - y(item, height));
            double beyond = distance - radius(item, width, height);
            if (beyond <= 0) {
                found = item;
                nearest = 0;
            } else if (beyond < 6 && beyond < nearest) {
                found = item;
                nearest = beyond;
            }
        }
        return found;
    }
}
