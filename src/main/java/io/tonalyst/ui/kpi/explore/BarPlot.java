// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.explore;

import io.tonalyst.kpi.explore.Breakdown;
import io.tonalyst.kpi.explore.Figure;
import io.tonalyst.ui.Palette;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Groups of calls as bars from zero, with their 95 % bands and the figure of all calls. */
public record BarPlot(Breakdown breakdown, String subtitle) implements Plot {
    private static final double BOTTOM = 44;
    private static final double RIGHT = 150;
    private static final double MIN_ROW = 17;
    private static final double MAX_ROW = 72;

    @Override
    public String title() {
        return breakdown.title();
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.heading(width, height, title(), subtitle);
        if (items() == 0) {
            pen.nothing();
            return;
        }
        double left = left(pen, width);
        double right = Math.max(left + 40, width - RIGHT);
        int shown = shown(height);
        double row = row(height);
        double bottom = Pen.HEAD + shown * row;
        double top = largest(shown);
        double scale = (right - left) / top;
        for (double tick : Pen.ticks(0, top, Math.max(2, (int) ((right - left) / 90)))) {
            double x = left + tick * scale;
            pen.line(x, Pen.HEAD, x, bottom, palette.grid());
            pen.text(
                    Pen.plain(tick),
                    x,
                    bottom + 5,
                    TextAlignment.CENTER,
                    VPos.TOP,
                    palette.mutedText());
        }
        for (int i = 0; i < shown; i++) {
            bar(pen, i, i == marked, left, scale, Pen.HEAD + i * row, row);
        }
        pen.line(left, Pen.HEAD, left, bottom, palette.axis());
        if (breakdown.figure().kind() != Figure.Kind.COUNT && breakdown.all().counted() > 0) {
            double x = left + breakdown.all().value() * scale;
            pen.line(x, Pen.HEAD - 4, x, bottom, palette.threshold(), 6, 4);
            pen.text(
                    "all: " + breakdown.figure().format(breakdown.all().value()),
                    x,
                    Pen.HEAD - 5,
                    x > (left + right) / 2 ? TextAlignment.RIGHT : TextAlignment.LEFT,
                    VPos.BOTTOM,
                    palette.threshold());
        }
        String axis = breakdown.figure().title() + unit();
        if (shown < items()) {
            axis += String.format(Locale.ROOT, "; %,d more in the table", items() - shown);
        }
        pen.text(axis, right, bottom + 22, TextAlignment.RIGHT, VPos.TOP, palette.mutedText());
    }

    private void bar(
            Pen pen, int item, boolean marked, double left, double scale, double y, double row) {
        Palette palette = pen.palette();
        Breakdown.Group group = breakdown.groups().get(item);
        double middle = y + row / 2;
        pen.text(
                pen.fit(group.title(), left - 18),
                left - 8,
                middle,
                TextAlignment.RIGHT,
                VPos.CENTER,
                marked ? palette.accent() : palette.text());
        if (Double.isNaN(group.value())) {
            pen.text(
                    "not recorded",
                    left + 8,
                    middle,
                    TextAlignment.LEFT,
                    VPos.CENTER,
                    palette.mutedText());
            return;
        }
        double bar = Math.min(row * 0.66, 34);
        Color colour = marked ? palette.accent() : palette.data();
        pen.rect(left, middle - bar / 2, group.value() * scale, bar, colour);
        double end = group.value();
        if (group.estimate().hasBand()) {
            double from = left + group.estimate().low() * scale;
            double to = left + group.estimate().high() * scale;
            pen.thick(from, middle, to, middle, palette.text(), 1.5);
            pen.thick(from, middle - 4, from, middle + 4, palette.text(), 1.5);
            pen.thick(to, middle - 4, to, middle + 4, palette.text(), 1.5);
            end = Math.max(end, group.estimate().high());
        }
        String value = breakdown.figure().format(group.value());
        double x = left + end * scale + 8;
        pen.strong(value, x, middle, TextAlignment.LEFT, VPos.CENTER, palette.text());
        String more =
                breakdown.figure().kind() == Figure.Kind.COUNT
                        ? String.format(Locale.ROOT, "%.1f %%", breakdown.share(group))
                        : String.format(Locale.ROOT, "n = %,d", group.counted());
        pen.text(
                more,
                x + pen.width(value) + 14,
                middle,
                TextAlignment.LEFT,
                VPos.CENTER,
                palette.mutedText());
    }

    private String unit() {
        Figure figure = breakdown.figure();
        return figure.unit().isEmpty() || figure.kind() == Figure.Kind.COUNT
                ? ""
                : " (" + figure.unit() + ")";
    }

    private double left(Pen pen, double width) {
        double longest = 0;
        for (Breakdown.Group group : breakdown.groups()) {
            longest = Math.max(longest, pen.width(group.title()));
        }
        return Math.min(longest + 24, width * 0.4);
    }

    private int shown(double height) {
        return Math.clamp((int) ((height - Pen.HEAD - BOTTOM) / MIN_ROW), 1, Math.max(1, items()));
    }

    private double row(double height) {
        return Math.min(MAX_ROW, (height - Pen.HEAD - BOTTOM) / shown(height));
    }

    private double largest(int shown) {
        double largest = 0;
        for (Breakdown.Group group : breakdown.groups().subList(0, Math.min(shown, items()))) {
            double end = group.estimate().hasBand() ? group.estimate().high() : group.value();
            largest = Double.isNaN(end) ? largest : Math.max(largest, end);
        }
        double all = breakdown.figure().kind() == Figure.Kind.COUNT ? 0 : breakdown.all().value();
        return Math.max(Double.isNaN(all) ? largest : Math.max(largest, all), 1e-6);
    }

    @Override
    public int items() {
        return breakdown.groups().size();
    }

    @Override
    public int itemAt(double x, double y, double width, double height) {
        int item = (int) Math.floor((y - Pen.HEAD) / row(height));
        return item >= 0 && item < Math.min(shown(height), items()) ? item : NONE;
    }

    @Override
    public String readout(int item) {
        Breakdown.Group group = breakdown.groups().get(item);
        Figure figure = breakdown.figure();
        String share =
                String.format(
                        Locale.ROOT, "%,d calls, %.1f %%", group.calls(), breakdown.share(group));
        if (figure.kind() == Figure.Kind.COUNT) {
            return group.title() + ": " + share + " of all.";
        }
        if (Double.isNaN(group.value())) {
            return group.title() + ": not recorded; " + share + " of all.";
        }
        String band =
                group.estimate().hasBand()
                        ? ", 95 % band "
                                + figure.format(group.estimate().low())
                                + " to "
                                + figure.format(group.estimate().high())
                        : "";
        return "%s: %s %s%s; %s of all."
                .formatted(
                        group.title(),
                        figure.title().toLowerCase(Locale.ROOT),
                        figure.format(group.value()),
                        band,
                        share);
    }
}
