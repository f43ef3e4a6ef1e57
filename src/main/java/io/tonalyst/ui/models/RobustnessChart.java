// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.training.robustness.RobustnessReport.Condition;
import io.tonalyst.ui.Palette;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/**
 * Points of accuracy that are lost on changed sound, a bar a condition; to the left of the line
 * where it does better.
 *
 * @param conditions without the unchanged one
 */
record RobustnessChart(String name, List<Condition> conditions) implements Chart {
    private static final double TOP = 10;
    private static final double BOTTOM = 22;
    private static final double RIGHT = 64;
    private static final double NUMBER = 44;

    RobustnessChart {
        conditions = List.copyOf(conditions);
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.clear(width, height);
        double left = width * 0.45;
        double most = conditions.stream().mapToDouble(Condition::lost).max().orElse(1);
        double least = conditions.stream().mapToDouble(Condition::lost).min().orElse(0);
        var x = new Scale(Math.min(-1, least * 1.1), Math.max(1, most * 1.05), left, width - RIGHT);
        for (double tick : x.ticks(7)) {
            boolean zero = Math.abs(tick) < 1e-9;
            pen.line(
                    x.at(tick),
                    TOP,
                    x.at(tick),
                    height - BOTTOM,
                    zero ? palette.axis() : palette.grid());
            pen.mutedCentre(points(tick), x.at(tick), height - BOTTOM / 2);
        }
        double row = rowHeight(height);
        for (int i = 0; i < conditions.size(); i++) {
            Condition c = conditions.get(i);
            double y = TOP + i * row;
            pen.right(Pen.fit(c.description(), left - 20, Pen.LABEL), left - 10, y + row / 2);
            double zero = x.at(0);
            double end = x.at(c.lost());
            pen.rect(
                    Math.min(zero, end),
                    y + row * 0.2,
                    Math.max(1, Math.abs(end - zero)),
                    row * 0.6,
                    c.lost() > 0 ? palette.accent() : palette.data());
            double at = Math.max(zero, end) + 6;
            pen.left(points(c.lost()), Math.min(at, width - NUMBER), y + row / 2);
        }
        if (marked >= 0 && marked < conditions.size()) {
            pen.mark(2, TOP + marked * row + 1, width - 4, row - 2);
        }
    }

    /** Points with their sign turned: what is lost has a minus. */
    static String points(double lost) {
        return Math.abs(lost) < 0.05 ? "0.0" : Format.points(-lost / 100);
    }

    private double rowHeight(double height) {
        return (height - TOP - BOTTOM) / Math.max(1, conditions.size());
    }

    @Override
    public int items() {
        return conditions.size();
    }

    @Override
    public int itemAt(double x, double y, double width, double height) {
        int row = (int) Math.floor((y - TOP) / rowHeight(height));
        return row >= 0 && row < conditions.size() && x >= 0 && x < width ? row : NONE;
    }

    @Override
    public String readout(int item) {
        Condition c = conditions.get(item);
        return "%s: accuracy %s, UAR %s, %s points against the sound as it is."
                .formatted(
                        c.description(),
                        Format.percent(c.accuracy()),
                        Format.percent(c.uar()),
                        points(c.lost()));
    }
}
