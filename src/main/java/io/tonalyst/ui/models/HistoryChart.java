// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.training.EpochRecord;
import io.tonalyst.ui.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * One measure of several trainings over their epochs: the training part solid, validation dashed
 * with a shape a run, the best epoch marked by a ring.
 *
 * @param runs those to show, each at least one epoch long
 */
record HistoryChart(Measure measure, List<TrainingHistory> runs) implements Chart {
    private static final double LEFT = 58;
    private static final double RIGHT = 14;
    private static final double TOP = 24;
    private static final double BOTTOM = 24;

    HistoryChart {
        runs = List.copyOf(runs);
    }

    /** What is shown of an epoch. */
    enum Measure {
        LOSS("Loss, nats", EpochRecord::trainLoss, EpochRecord::validationLoss),
        ACCURACY("Accuracy", EpochRecord::trainAccuracy, EpochRecord::validationAccuracy),
        RATE("Learning rate", EpochRecord::learningRate, null);

        private final String title;
        private final ToDoubleFunction<EpochRecord> training;
        private final @Nullable ToDoubleFunction<EpochRecord> validation;

        Measure(
                String title,
                ToDoubleFunction<EpochRecord> training,
                @Nullable ToDoubleFunction<EpochRecord> validation) {
            this.title = title;
            this.training = training;
            this.validation = validation;
        }

        private String text(double value) {
            return switch (this) {
                case LOSS -> Format.three(value);
                case ACCURACY -> Format.percent(value);
                case RATE -> Format.rate(value);
            };
        }
    }

    /** A curve of a run. */
    private record Curve(int run, boolean dashed, ToDoubleFunction<EpochRecord> value) {}

    @Override
    public String name() {
        return measure.title;
    }

    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        for (int run = 0; run < runs.size(); run++) {
            curves.add(new Curve(run, false, measure.training));
            if (measure.validation != null) {
                curves.add(new Curve(run, true, measure.validation));
            }
        }
        return curves;
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.clear(width, height);
        if (runs.isEmpty()) {
            pen.mutedCentre("Choose a run to see its curves", width / 2, height / 2);
            return;
        }
        Scale x = x(width);
        Scale y = y(height);
        grid(pen, palette, x, y, width, height);
        for (Curve curve : curves()) {
            curve(g, pen, palette, x, y, curve);
        }
        if (marked >= 0 && marked < items()) {
            double at = x.at(epoch(marked).epoch());
            pen.line(at, TOP, at, height - BOTTOM, palette.text());
            for (Curve curve : curves()) {
                if (curve.run() == marked / stride()) {
                    double value = curve.value().applyAsDouble(epoch(marked));
                    pen.mark(at - 5, y.at(value) - 5, 10, 10);
                }
            }
        }
    }

    private void grid(Pen pen, Palette palette, Scale x, Scale y, double width, double height) {
        for (double tick : y.ticks(5)) {
            pen.line(LEFT, y.at(tick), width - RIGHT, y.at(tick), palette.grid());
            String text = measure == Measure.ACCURACY ? Format.wholePercent(tick) : label(tick);
            pen.mutedRight(text, LEFT - 6, y.at(tick));
        }
        for (double tick : x.ticks(12)) {
            if (tick == Math.rint(tick)) {
                pen.mutedCentre(String.valueOf((int) tick), x.at(tick), height - BOTTOM / 2);
            }
        }
        pen.mutedLeft("epoch", 4, height - BOTTOM / 2);
        if (measure.validation != null) {
            pen.rect(LEFT, 10, 22, 2, palette.mutedText());
            pen.mutedLeft("training", LEFT + 28, 11);
            for (int i = 0; i < 3; i++) {
                pen.rect(LEFT + 88 + 9 * i, 10, 6, 2, palette.mutedText());
            }
            pen.mutedLeft("validation", LEFT + 120, 11);
            pen.mutedLeft("○ best epoch", LEFT + 188, 11);
        }
    }

    private String label(double tick) {
        return measure == Measure.RATE
                ? (tick == 0 ? "0" : Format.rate(tick))
                : String.format(Locale.ROOT, "%.2f", tick);
    }

    private void curve(GraphicsContext g, Pen pen, Palette palette, Scale x, Scale y, Curve curve) {
        TrainingHistory run = runs.get(curve.run());
        Color colour = Pen.colour(palette, curve.run());
        g.setStroke(colour);
        g.setLineWidth(curve.dashed() ? 2 : 1.4);
        g.setLineDashes(curve.dashed() ? new double[] {6, 4} : new double[0]);
        g.beginPath();
        for (EpochRecord epoch : run.epochs()) {
            g.lineTo(x.at(epoch.epoch()), y.at(curve.value().applyAsDouble(epoch)));
        }
        g.stroke();
        g.setLineDashes();
        for (EpochRecord epoch : run.epochs()) {
            double px = x.at(epoch.epoch());
            double py = y.at(curve.value().applyAsDouble(epoch));
            if (curve.dashed()) {
                pen.point(curve.run(), px, py, 6, colour);
            }
            if (epoch.epoch() == run.best() && (curve.dashed() || measure.validation == null)) {
                g.setStroke(colour);
                g.setLineWidth(2);
                g.strokeOval(px - 7, py - 7, 14, 14);
            }
        }
    }

    private Scale x(double width) {
        int last = runs.stream().mapToInt(r -> r.epochs().getLast().epoch()).max().orElse(2);
        return new Scale(1, Math.max(2, last), LEFT + 8, width - RIGHT - 8);
    }

    private Scale y(double height) {
        double top = 0;
        for (Curve curve : curves()) {
            for (EpochRecord epoch : runs.get(curve.run()).epochs()) {
                double value = curve.value().applyAsDouble(epoch);
                top = Double.isFinite(value) ? Math.max(top, value) : top;
            }
        }
        double max = measure == Measure.ACCURACY ? 1 : Math.max(top * 1.05, 1e-9);
        return new Scale(0, max, height - BOTTOM, TOP);
    }

    private EpochRecord epoch(int item) {
        List<EpochRecord> epochs = runs.get(item / stride()).epochs();
        return epochs.get(Math.min(item % stride(), epochs.size() - 1));
    }

    @Override
    public int items() {
        return runs.size() * stride();
    }

    @Override
    public int stride() {
        return runs.stream().mapToInt(run -> run.epochs().size()).max().orElse(1);
    }

    @Override
    public int itemAt(double px, double py, double width, double height) {
        if (runs.isEmpty() || px < LEFT || py < TOP || py > height - BOTTOM) {
            return NONE;
        }
        Scale x = x(width);
        Scale y = y(height);
        int nearest = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (Curve curve : curves()) {
            List<EpochRecord> epochs = runs.get(curve.run()).epochs();
            for (int i = 0; i < epochs.size(); i++) {
                double dx = x.at(epochs.get(i).epoch()) - px;
                double dy = y.at(curve.value().applyAsDouble(epochs.get(i))) - py;
                // The epoch counts first: one reads a curve at a place on its axis.
                double distance = Math.abs(dx) + 0.02 * Math.abs(dy);
                if (distance < least) {
                    least = distance;
                    nearest = curve.run() * stride() + i;
                }
            }
        }
        return nearest;
    }

    @Override
    public String readout(int item) {
        TrainingHistory run = runs.get(item / stride());
        EpochRecord epoch = epoch(item);
        String start =
                "%s, epoch %d%s: "
                        .formatted(
                                run.name(),
                                epoch.epoch(),
                                epoch.epoch() == run.best() ? " (best)" : "");
        String training = measure.text(measure.training.applyAsDouble(epoch));
        return measure.validation == null
                ? start + training
                : start
                        + "training "
                        + training
                        + ", validation "
                        + measure.text(measure.validation.applyAsDouble(epoch));
    }
}
