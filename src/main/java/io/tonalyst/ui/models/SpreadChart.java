// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.ui.Palette;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.canvas.GraphicsContext;

/**
 * How far the folds or seeds of a protocol lie apart: a point each for accuracy and UAR, with mean
 * and standard deviation.
 *
 * @param parts in order; at least one
 */
record SpreadChart(String name, List<Part> parts) implements Chart {
    private static final double LEFT = 74;
    private static final double RIGHT = 20;
    private static final double TOP = 12;
    private static final double BOTTOM = 26;

    SpreadChart {
        parts = List.copyOf(parts);
    }

    /** A fold or seed; rates 0 to 1. */
    record Part(String title, double accuracy, double uar) {
        double value(int measure) {
            return measure == 0 ? accuracy : uar;
        }
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.clear(width, height);
        Scale x = x(width);
        for (double tick : x.ticks(8)) {
            pen.line(x.at(tick), TOP, x.at(tick), height - BOTTOM, palette.grid());
            pen.mutedCentre(Format.percent(tick), x.at(tick), height - BOTTOM / 2);
        }
        for (int measure = 0; measure < 2; measure++) {
            double y = y(measure, height);
            pen.right(measure == 0 ? "Accuracy" : "UAR", LEFT - 8, y);
            double mean = mean(measure);
            double deviation = deviation(measure, mean);
            var colour = Pen.colour(palette, measure);
            double low = x.at(mean - deviation);
            pen.rect(
                    low,
                    y - 9,
                    x.at(mean + deviation) - low,
                    18,
                    colour.deriveColor(0, 1, 1, 0.22));
            pen.rect(x.at(mean) - 1, y - 13, 2, 26, palette.text());
            for (int i = 0; i < parts.size(); i++) {
                double at = x.at(parts.get(i).value(measure));
                pen.point(measure, at, y, 9, colour);
                pen.mutedCentre(String.valueOf(i + 1), at, y + 17);
                if (marked == measure * parts.size() + i) {
                    pen.mark(at - 8, y - 8, 16, 16);
                }
            }
        }
    }

    private Scale x(double width) {
        double low = values().min(Double::compare).orElse(0.0);
        double high = values().max(Double::compare).orElse(1.0);
        double room = Math.max(0.01, (high - low) * 0.15);
        double from = Math.max(0, low - room);
        double to = Math.min(1, high + room);
        return new Scale(from, to, LEFT, width - RIGHT);
    }

    private Stream<Double> values() {
        return parts.stream().flatMap(p -> Stream.of(p.accuracy(), p.uar()));
    }

    private double mean(int measure) {
        return parts.stream().mapToDouble(p -> p.value(measure)).average().orElse(0);
    }

    private double deviation(int measure, double mean) {
        double squares =
                parts.stream().mapToDouble(p -> Math.pow(p.value(measure) - mean, 2)).sum();
        return parts.size() < 2 ? 0 : Math.sqrt(squares / (parts.size() - 1));
    }

    private static double y(int measure, double height) {
        return TOP + (height - TOP - BOTTOM) * (measure + 0.5) / 2;
    }

    @Override
    public int items() {
        return 2 * parts.size();
    }

    @Override
    public int stride() {
        return parts.size();
    }

    @Override
    public int itemAt(double px, double py, double width, double height) {
        Scale x = x(width);
        for (int item = 0; item < items(); item++) {
            int measure = item / parts.size();
            double at = x.at(parts.get(item % parts.size()).value(measure));
            if (Math.hypot(at - px, y(measure, height) - py) < 12) {
                return item;
            }
        }
        return NONE;
    }

    @Override
    public String readout(int item) {
        int measure = item / parts.size();
        Part part = parts.get(item % parts.size());
        double mean = mean(measure);
        return "%s: %s %s; mean %s ± %.1f points."
                .formatted(
                        part.title(),
                        measure == 0 ? "accuracy" : "UAR",
                        Format.percent(part.value(measure)),
                        Format.percent(mean),
                        100 * deviation(measure, mean));
    }
}
