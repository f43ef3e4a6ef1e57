// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.training.Ablation;
import io.tonalyst.ui.Palette;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * What each change of the recipe does to the validation figures: bars to the left of zero lose, to
 * the right win, in percentage points; a whisker shows how much the runs differ.
 */
record DeltaChart(String name, List<Ablation> rows) implements Chart {
    private static final double TOP = 26;
    private static final double BOTTOM = 22;
    private static final double RIGHT = 16;

    DeltaChart {
        rows = List.copyOf(rows);
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.clear(width, height);
        double left = width * 0.4;
        Scale x = axis(left, width - RIGHT);
        pen.rect(left, 6, 10, 10, palette.data());
        pen.left("UAR", left + 15, 11);
        pen.rect(left + 56, 6, 10, 10, palette.accent());
        pen.left("accuracy, percentage points on validation clips", left + 71, 11);
        List<Double> ticks = x.ticks(7);
        for (double tick : ticks) {
            boolean zero = Math.abs(tick) < 1e-9;
            pen.line(
                    x.at(tick),
                    TOP,
                    x.at(tick),
                    height - BOTTOM,
                    zero ? palette.axis() : palette.grid());
            pen.mutedCentre(Format.points(tick), x.at(tick), height - BOTTOM / 2);
        }
        double rowHeight = rowHeight(height);
        for (int i = 0; i < rows.size(); i++) {
            Ablation row = rows.get(i);
            double y = TOP + i * rowHeight;
            double bar = rowHeight * 0.36;
            pen.right(Pen.fit(row.change(), left - 20, Pen.LABEL), left - 10, y + rowHeight / 2);
            bar(pen, x, row.uarChange(), y + rowHeight * 0.12, bar, palette.data());
            bar(pen, x, row.accuracyChange(), y + rowHeight * 0.52, bar, palette.accent());
            if (row.runs().size() > 1) {
                double middle = y + rowHeight * 0.12 + bar / 2;
                pen.line(
                        x.at(row.uarChange() - row.uarSpread()),
                        middle,
                        x.at(row.uarChange() + row.uarSpread()),
                        middle,
                        palette.text());
            }
        }
        if (marked >= 0 && marked < rows.size()) {
            pen.mark(2, TOP + marked * rowHeight + 1, width - 4, rowHeight - 2);
        }
    }

    private static void bar(
            Pen pen, Scale x, double change, double y, double height, Color colour) {
        double zero = x.at(0);
        double end = x.at(change);
        pen.rect(Math.min(zero, end), y, Math.max(1, Math.abs(end - zero)), height, colour);
    }

    private Scale axis(double from, double to) {
        double reach =
                rows.stream()
                        .mapToDouble(
                                r ->
                                        Math.max(
                                                Math.abs(r.accuracyChange()),
                                                Math.abs(r.uarChange()) + r.uarSpread()))
                        .max()
                        .orElse(0);
        double padded = Math.max(0.005, reach * 1.08);
        return new Scale(-padded, padded, from, to);
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
        Ablation row = rows.get(item);
        return "%s: UAR %s, accuracy %s points against %s; mean of %d run%s."
                .formatted(
                        row.change(),
                        Format.points(row.uarChange()),
                        Format.points(row.accuracyChange()),
                        String.join(", ", row.parents()),
                        row.runs().size(),
                        row.runs().size() == 1 ? "" : "s");
    }
}
