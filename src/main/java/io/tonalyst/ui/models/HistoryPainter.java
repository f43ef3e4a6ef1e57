// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Palette;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Draws two curves of a training over its epochs: the training part solid, validation dashed. */
final class HistoryPainter {
    private static final double LEFT = 46;
    private static final double RIGHT = 12;
    private static final double TOP = 26;
    private static final double BOTTOM = 26;
    private static final int LINES = 4;

    private final String title;
    private final ToDoubleFunction<ModelReport.Epoch> training;
    private final ToDoubleFunction<ModelReport.Epoch> validation;

    private HistoryPainter(
            String title,
            ToDoubleFunction<ModelReport.Epoch> training,
            ToDoubleFunction<ModelReport.Epoch> validation) {
        this.title = title;
        this.training = training;
        this.validation = validation;
    }

    static HistoryPainter loss() {
        return new HistoryPainter(
                "Loss (nats)", ModelReport.Epoch::trainLoss, ModelReport.Epoch::validationLoss);
    }

    static HistoryPainter accuracy() {
        return new HistoryPainter(
                "Accuracy",
                ModelReport.Epoch::trainAccuracy,
                ModelReport.Epoch::validationAccuracy);
    }

    PaintSurface.Painter of(List<ModelReport.Epoch> history, Palette palette) {
        return (g, width, height) -> paint(g, width, height, history, palette);
    }

    private void paint(
            GraphicsContext g,
            double width,
            double height,
            List<ModelReport.Epoch> history,
            Palette palette) {
        g.setFill(palette.background());
        g.fillRect(0, 0, width, height);
        g.setFont(BundledFont.regular(11));
        g.setFill(palette.text());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(title, 8, 12);
        if (history.isEmpty()) {
            return;
        }
        double top =
                Math.max(
                        history.stream().mapToDouble(training).max().orElse(1),
                        history.stream().mapToDouble(validation).max().orElse(1));
        double max = top <= 1 ? 1 : Math.ceil(top * 2) / 2;
        grid(g, width, height, max, history.size(), palette);
        curve(g, width, height, max, history, training, palette.data(), false);
        curve(g, width, height, max, history, validation, palette.accent(), true);
        legend(g, width, palette);
    }

    private static void grid(
            GraphicsContext g,
            double width,
            double height,
            double max,
            int epochs,
            Palette palette) {
        g.setLineWidth(1);
        g.setTextAlign(TextAlignment.RIGHT);
        for (int i = 0; i <= LINES; i++) {
            double value = max * i / LINES;
            double y = Math.round(y(value, max, height)) + 0.5;
            g.setStroke(palette.grid());
            g.strokeLine(LEFT, y, width - RIGHT, y);
            g.setFill(palette.mutedText());
            g.fillText(String.format(Locale.ROOT, "%.2f", value), LEFT - 6, y);
        }
        g.setTextAlign(TextAlignment.CENTER);
        int step = Math.max(1, (int) Math.ceil(epochs / 10.0));
        for (int e = 1; e <= epochs; e += step) {
            g.fillText(String.valueOf(e), x(e, epochs, width), height - 10);
        }
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText("epoch", 4, height - 10);
    }

    private static void curve(
            GraphicsContext g,
            double width,
            double height,
            double max,
            List<ModelReport.Epoch> history,
            ToDoubleFunction<ModelReport.Epoch> value,
            Color colour,
            boolean dashed) {
        g.setStroke(colour);
        g.setLineWidth(2);
        g.setLineDashes(dashed ? new double[] {6, 4} : new double[0]);
        g.beginPath();
        for (ModelReport.Epoch epoch : history) {
            double x = x(epoch.number(), history.size(), width);
            double y = y(value.applyAsDouble(epoch), max, height);
            if (epoch == history.getFirst()) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
        g.stroke();
        g.setLineDashes();
    }

    private static void legend(GraphicsContext g, double width, Palette palette) {
        g.setTextAlign(TextAlignment.LEFT);
        double x = width - RIGHT - 190;
        g.setStroke(palette.data());
        g.strokeLine(x, 12, x + 24, 12);
        g.setFill(palette.text());
        g.fillText("training", x + 30, 12);
        g.setStroke(palette.accent());
        g.setLineDashes(6, 4);
        g.strokeLine(x + 94, 12, x + 118, 12);
        g.setLineDashes();
        g.fillText("validation", x + 124, 12);
    }

    private static double x(int epoch, int epochs, double width) {
        double span = width - LEFT - RIGHT;
        return epochs == 1 ? LEFT + span / 2 : LEFT + 8 + (span - 16) * (epoch - 1) / (epochs - 1);
    }

    private static double y(double value, double max, double height) {
        return height - BOTTOM - (height - TOP - BOTTOM) * Math.clamp(value / max, 0, 1);
    }
}
