// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Explanation;
import io.tonalyst.emotion.SaliencyGrid;
import io.tonalyst.emotion.SalientRegion;
import io.tonalyst.render.Contours;
import io.tonalyst.render.FrequencyScale;
import io.tonalyst.signal.LogMel;
import io.tonalyst.ui.BundledFont;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Draws explanations over a spectrogram: a veil over what does not matter, a line around what
 * speaks most for the emotion, a broken one around what speaks against it. The colours are those of
 * no colour map, and the same in both themes, as the spectrogram's are.
 */
final class SaliencyPainter {
    private static final double VEIL = 0.66;
    private static final int COLUMNS_PER_BLOCK = 4;
    private static final int IMAGE_ROWS = 160;

    /** Points of the grid that lines are traced on, a block. */
    private static final int FINE = 4;

    private static final Color LINE = Color.WHITE;
    private static final Color AGAINST = Color.web("#56e0ff");
    private static final Color CASING = Color.color(0, 0, 0, 0.75);

    private SaliencyPainter() {}

    static void paint(
            GraphicsContext g,
            double height,
            Sound sound,
            List<Explanation> explanations,
            FrequencyScale frequencies,
            TimeScale scale) {
        var lanes = new Lanes(sound.channels(), height);
        for (Explanation e : explanations) {
            double left = Math.max(scale.left(), scale.x(e.startSeconds()));
            double right = Math.min(scale.right(), scale.x(e.endSeconds()));
            if (right <= left || e.channel() >= lanes.count()) {
                continue;
            }
            double top = lanes.top(e.channel());
            g.save();
            g.beginPath();
            g.rect(left, top, right - left, lanes.laneHeight());
            g.clip();
            var field = new Field(e, top, lanes.laneHeight(), frequencies, sound.nyquist(), scale);
            field.paint(g);
            g.restore();
            paintLegend(g, left, top, e, scale);
        }
    }

    /** An explanation where it stands on the canvas. */
    private record Field(
            Explanation explanation,
            SaliencyGrid grid,
            double top,
            double height,
            FrequencyScale frequencies,
            double nyquist,
            TimeScale scale) {
        Field(
                Explanation explanation,
                double top,
                double height,
                FrequencyScale frequencies,
                double nyquist,
                TimeScale scale) {
            this(
                    explanation,
                    SaliencyGrid.of(explanation.map()),
                    top,
                    height,
                    frequencies,
                    nyquist,
                    scale);
        }

        void paint(GraphicsContext g) {
            paintVeil(g);
            if (grid.maximum() >= SalientRegion.LEAST) {
                outline(g, 1, SalientRegion.SHARE * grid.maximum(), CASING, 3.6);
                outline(g, 1, SalientRegion.SHARE * grid.maximum(), LINE, 1.8);
            }
            if (Explanation.speaksAgainst(grid)) {
                outline(g, -1, -SalientRegion.SHARE * grid.minimum(), AGAINST, 2);
            }
        }

        private void paintVeil(GraphicsContext g) {
            int columns = grid.columns() * COLUMNS_PER_BLOCK;
            var image = new WritableImage(columns, IMAGE_ROWS);
            int[] argb = new int[columns * IMAGE_ROWS];
            double most = Math.max(SalientRegion.LEAST, grid.maximum());
            for (int y = 0; y < IMAGE_ROWS; y++) {
                double hertz = frequencies.hertz(1 - (y + 0.5) / IMAGE_ROWS, nyquist);
                double band = LogMel.band(hertz);
                boolean heard = hertz <= LogMel.SAMPLE_RATE / 2.0;
                for (int x = 0; x < columns; x++) {
                    double frame = (x + 0.5) / columns * explanation.map().frames() - 0.5;
                    double share = heard ? Math.clamp(grid.smooth(frame, band) / most, 0, 1) : 0;
                    argb[y * columns + x] = (int) Math.round(255 * VEIL * (1 - share)) << 24;
                }
            }
            image.getPixelWriter()
                    .setPixels(
                            0,
                            0,
                            columns,
                            IMAGE_ROWS,
                            PixelFormat.getIntArgbInstance(),
                            argb,
                            0,
                            columns);
            g.setImageSmoothing(true);
            double left = scale.x(explanation.startSeconds());
            double width = scale.x(explanation.endSeconds()) - left;
            g.drawImage(image, left, top, width, height);
        }

        /** Strokes the lines on which {@code sign} times the weight is {@code level}. */
        private void outline(
                GraphicsContext g, int sign, double level, Color colour, double width) {
            double step = (double) SaliencyGrid.BLOCK / FINE;
            int columns = (int) Math.ceil(explanation.map().frames() / step) + 1;
            int rows = (int) (LogMel.BANDS / step) + 1;
            g.setStroke(colour);
            g.setLineWidth(width);
            g.beginPath();
            Contours.trace(
                    (c, r) -> sign * grid.smooth(c * step - 0.5, r * step - 0.5),
                    columns,
                    rows,
                    level,
                    (fromC, fromR, toC, toR) -> {
                        if (sign > 0 || (Math.floorDiv((int) (fromC + fromR), 2) & 1) == 0) {
                            g.moveTo(x(fromC * step), y(fromR * step));
                            g.lineTo(x(toC * step), y(toR * step));
                        }
                    });
            g.stroke();
        }

        private double x(double frame) {
            double share = Math.clamp(frame / explanation.map().frames(), 0, 1);
            return scale.x(
                    explanation.startSeconds()
                            + share * (explanation.endSeconds() - explanation.startSeconds()));
        }

        private double y(double band) {
            double hertz = Math.clamp(LogMel.hertz(band - 0.5), 0, LogMel.SAMPLE_RATE / 2.0);
            double at = Math.clamp(frequencies.position(hertz, nyquist), 0, 1);
            return top + height * (1 - at);
        }
    }

    private static void paintLegend(
            GraphicsContext g, double left, double top, Explanation e, TimeScale scale) {
        var font = BundledFont.regular(11);
        String told = e.map().emotion().title() + " " + EmotionBars.percent(e.map().probability());
        boolean against = Explanation.speaksAgainst(SaliencyGrid.of(e.map()));
        String solid = "speaks for it";
        String broken = against ? "speaks against it" : "";
        double swatch = 22;
        double width =
                20
                        + PaintText.width(told, font)
                        + swatch
                        + PaintText.width(solid, font)
                        + (against ? swatch + 12 + PaintText.width(broken, font) : 0)
                        + 16;
        double x =
                Math.clamp(left + 4, scale.left(), Math.max(scale.left(), scale.right() - width));
        double y = top + 14;
        g.setFill(Color.color(0, 0, 0, 0.72));
        g.fillRoundRect(x, y - 10, width, 20, 6, 6);
        g.setLineWidth(2);
        double at = x + 8;
        PaintText.draw(g, told, at, y, TextAlignment.LEFT, BundledFont.regular(11), LINE);
        at += PaintText.width(told, font) + 12;
        g.setStroke(LINE);
        g.strokeLine(at, y, at + swatch - 6, y);
        at += swatch;
        PaintText.draw(g, solid, at, y, TextAlignment.LEFT, font, LINE);
        if (against) {
            at += PaintText.width(solid, font) + 12;
            g.setStroke(AGAINST);
            g.setLineDashes(4, 3);
            g.strokeLine(at, y, at + swatch - 6, y);
            g.setLineDashes();
            PaintText.draw(g, broken, at + swatch, y, TextAlignment.LEFT, font, LINE);
        }
    }
}
