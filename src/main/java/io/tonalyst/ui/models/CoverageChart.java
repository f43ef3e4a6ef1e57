// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.training.Confidence;
import io.tonalyst.ui.Palette;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/**
 * Accuracy against the share of clips that get an answer, the most confident first: a line a
 * protocol, with the place of the abstain threshold.
 *
 * @param lines all with the same shares
 */
record CoverageChart(String name, List<Line> lines) implements Chart {
    private static final double LEFT = 52;
    private static final double RIGHT = 16;
    private static final double TOP = 28;
    private static final double BOTTOM = 40;

    CoverageChart {
        lines = List.copyOf(lines);
    }

    /** One protocol. */
    record Line(String title, Confidence confidence) {}

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.clear(width, height);
        Scale x = x(width);
        Scale y = y(height);
        for (double tick : x.ticks(6)) {
            pen.line(x.at(tick), TOP, x.at(tick), height - BOTTOM, palette.grid());
            pen.mutedCentre(Format.wholePercent(tick), x.at(tick), height - BOTTOM + 12);
        }
        for (double tick : y.ticks(6)) {
            pen.line(LEFT, y.at(tick), width - RIGHT, y.at(tick), palette.grid());
            pen.mutedRight(Format.wholePercent(tick), LEFT - 6, y.at(tick));
        }
        pen.mutedCentre("clips that get an answer", (LEFT + width - RIGHT) / 2, height - 8);
        double legend = LEFT;
        for (int i = 0; i < lines.size(); i++) {
            line(g, pen, palette, x, y, i);
            pen.point(i, legend + 5, 12, 8, Pen.colour(palette, i));
            pen.left(lines.get(i).title(), legend + 14, 12);
            legend += 34 + Pen.width(lines.get(i).title(), Pen.LABEL);
        }
        pen.mutedLeft("○ at the abstain threshold", legend, 12);
        if (marked >= 0 && marked < items()) {
            Confidence.Coverage point = point(marked);
            pen.mark(x.at(point.share()) - 6, y.at(point.accuracy()) - 6, 12, 12);
        }
    }

    private void line(GraphicsContext g, Pen pen, Palette palette, Scale x, Scale y, int number) {
        Confidence confidence = lines.get(number).confidence();
        var colour = Pen.colour(palette, number);
        g.setStroke(colour);
        g.setLineWidth(2);
        g.beginPath();
        for (Confidence.Coverage point : confidence.coverage()) {
            g.lineTo(x.at(point.share()), y.at(point.accuracy()));
        }
        g.stroke();
        for (Confidence.Coverage point : confidence.coverage()) {
            pen.point(number, x.at(point.share()), y.at(point.accuracy()), 5, colour);
        }
        double left = x.at(confidence.abstainShareLeft());
        double top = y.at(confidence.abstainAccuracy());
        g.setFill(palette.background());
        g.fillOval(left - 6, top - 6, 12, 12);
        g.setStroke(colour);
        g.setLineWidth(2.5);
        g.strokeOval(left - 6, top - 6, 12, 12);
    }

    private Confidence.Coverage point(int item) {
        return lines.get(item / stride()).confidence().coverage().get(item % stride());
    }

    private static Scale x(double width) {
        return new Scale(0, 1, LEFT, width - RIGHT);
    }

    private Scale y(double height) {
        double least =
                lines.stream()
                        .flatMap(line -> line.confidence().coverage().stream())
                        .mapToDouble(Confidence.Coverage::accuracy)
                        .min()
                        .orElse(0);
        return new Scale(Math.floor(least * 10 - 0.3) / 10, 1, height - BOTTOM, TOP);
    }

    @Override
    public int items() {
        return lines.size() * stride();
    }

    @Override
    public int stride() {
        return lines.isEmpty() ? 1 : lines.getFirst().confidence().coverage().size();
    }

    @Override
    public int itemAt(double px, double py, double width, double height) {
        Scale x = x(width);
        Scale y = y(height);
        int nearest = NONE;
        double least = 30;
        for (int i = 0; i < items(); i++) {
            Confidence.Coverage point = point(i);
            double distance = Math.hypot(x.at(point.share()) - px, y.at(point.accuracy()) - py);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    @Override
    public String readout(int item) {
        Confidence.Coverage point = point(item);
        return "%s: the most confident %s of the clips are told with %s accuracy."
                .formatted(
                        lines.get(item / stride()).title(),
                        Format.wholePercent(point.share()),
                        Format.percent(point.accuracy()));
    }
}
