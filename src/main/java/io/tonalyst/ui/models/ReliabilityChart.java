// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.training.Reliability.Bin;
import io.tonalyst.ui.Palette;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * A reliability diagram: a bar a bin up to its accuracy, the diagonal where accuracy meets
 * confidence, the gap between both, and below the number of clips in each bin.
 *
 * @param ece expected calibration error over the bins
 */
record ReliabilityChart(String name, List<Bin> bins, double ece) implements Chart {
    private static final double LEFT = 50;
    private static final double RIGHT = 18;
    private static final double TOP = 24;
    private static final double BOTTOM = 38;
    private static final double COUNTS = 0.22;
    private static final double BETWEEN = 14;

    ReliabilityChart {
        bins = List.copyOf(bins);
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.clear(width, height);
        double split = split(height);
        var x = new Scale(0, 1, LEFT, width - RIGHT);
        var y = new Scale(0, 1, split - BETWEEN, TOP);
        grid(pen, palette, x, y, width, height);
        int most = Math.max(1, bins.stream().mapToInt(Bin::clips).max().orElse(1));
        var count = new Scale(0, most, height - BOTTOM, split);
        pen.mutedRight(Format.count(most), LEFT - 6, split + 5);
        pen.mutedRight("clips", LEFT - 6, height - BOTTOM - 5);
        for (Bin bin : bins) {
            double left = x.at(bin.from()) + 1;
            double w = x.at(bin.to()) - left - 1;
            if (bin.clips() > 0) {
                bar(g, pen, palette, y, left, w, bin);
                pen.rect(
                        left,
                        count.at(bin.clips()),
                        w,
                        count.from() - count.at(bin.clips()),
                        palette.mutedText());
            }
        }
        g.setStroke(palette.text());
        g.setLineDashes(5, 4);
        g.setLineWidth(1.2);
        g.strokeLine(x.from(), y.from(), x.to(), y.to());
        g.setLineDashes();
        pen.line(LEFT, height - BOTTOM, width - RIGHT, height - BOTTOM, palette.axis());
        pen.text(
                "ECE " + Format.three(ece),
                LEFT + 10,
                TOP + 14,
                TextAlignment.LEFT,
                palette.text(),
                Pen.STRONG);
        if (marked >= 0 && marked < bins.size()) {
            Bin bin = bins.get(marked);
            double left = x.at(bin.from());
            pen.mark(left, TOP, x.at(bin.to()) - left, height - BOTTOM - TOP);
        }
    }

    private static void grid(
            Pen pen, Palette palette, Scale x, Scale y, double width, double height) {
        for (double tick : y.ticks(6)) {
            pen.line(LEFT, y.at(tick), width - RIGHT, y.at(tick), palette.grid());
            pen.mutedRight(Format.wholePercent(tick), LEFT - 6, y.at(tick));
            pen.mutedCentre(Format.wholePercent(tick), x.at(tick), height - BOTTOM + 12);
        }
        pen.mutedCentre("confidence", (LEFT + width - RIGHT) / 2, height - 9);
        pen.rect(LEFT, 5, 10, 10, palette.data());
        pen.left("accuracy", LEFT + 15, 10);
        pen.rect(LEFT + 76, 5, 10, 10, over(palette));
        pen.left("too sure", LEFT + 91, 10);
        pen.rect(LEFT + 152, 5, 10, 10, under(palette));
        pen.left("not sure enough", LEFT + 167, 10);
    }

    private static void bar(
            GraphicsContext g, Pen pen, Palette palette, Scale y, double left, double w, Bin bin) {
        double accuracy = y.at(bin.accuracy());
        double confidence = y.at(bin.confidence());
        pen.rect(left, accuracy, w, y.from() - accuracy, palette.data());
        Color gap = bin.gap() < 0 ? over(palette) : under(palette);
        pen.rect(left, Math.min(accuracy, confidence), w, Math.abs(accuracy - confidence), gap);
        g.setStroke(palette.text());
        g.setLineWidth(1.5);
        g.strokeLine(left, accuracy, left + w, accuracy);
    }

    private static Color over(Palette palette) {
        return palette.accent();
    }

    private static Color under(Palette palette) {
        return palette.data().interpolate(palette.background(), 0.5);
    }

    private static double split(double height) {
        return height - BOTTOM - (height - TOP - BOTTOM) * COUNTS;
    }

    @Override
    public int items() {
        return bins.size();
    }

    @Override
    public int itemAt(double x, double y, double width, double height) {
        double confidence = new Scale(0, 1, LEFT, width - RIGHT).value(x);
        int bin = (int) Math.floor(confidence * bins.size());
        boolean inside = y >= TOP && y <= height - BOTTOM && bin >= 0 && bin < bins.size();
        return inside ? bin : NONE;
    }

    @Override
    public String readout(int item) {
        Bin bin = bins.get(item);
        String range =
                "Confidence %s to %s: "
                        .formatted(Format.percent(bin.from()), Format.percent(bin.to()));
        return bin.clips() == 0
                ? range + "no clips."
                : range
                        + "%s clips, mean confidence %s, accuracy %s, gap %s points."
                                .formatted(
                                        Format.count(bin.clips()),
                                        Format.percent(bin.confidence()),
                                        Format.percent(bin.accuracy()),
                                        Format.points(bin.gap()));
    }
}
