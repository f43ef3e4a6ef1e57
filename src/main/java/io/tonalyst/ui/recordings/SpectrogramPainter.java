// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.render.FrequencyScale;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.recordings.SpectrogramPicture.Piece;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws spectrograms, a lane a channel, with the frequency axis and the colour bar. */
final class SpectrogramPainter {
    private static final double[] TICKS = {
        0, 100, 200, 300, 500, 1000, 2000, 3000, 4000, 5000, 6000, 8000, 10_000, 12_000, 16_000,
        20_000, 24_000, 32_000, 48_000
    };
    private static final double TICK_DISTANCE = 15;
    private static final int BAR_WIDTH = 6;

    private SpectrogramPainter() {}

    static void paint(
            GraphicsContext g,
            double width,
            double height,
            Sound sound,
            SpectrogramPicture picture,
            SpectrogramSettings settings,
            TimeScale scale,
            Palette palette) {
        int channels = sound.channels();
        var lanes = new Lanes(channels, height);
        LaneGround.paint(g, width, height, lanes, scale, palette.background());
        for (int c = 0; c < channels; c++) {
            double top = lanes.top(c);
            paintLane(g, c, top, lanes.laneHeight(), picture, settings, scale);
            paintAxis(
                    g, top, lanes.laneHeight(), settings.scale(), sound.nyquist(), scale, palette);
            paintColourBar(g, top, lanes.laneHeight(), settings, scale);
        }
    }

    private static void paintLane(
            GraphicsContext g,
            int channel,
            double top,
            double height,
            SpectrogramPicture picture,
            SpectrogramSettings settings,
            TimeScale scale) {
        // A picture is drawn magnified, and has room for as many more pixels.
        double fine = Math.clamp(g.getTransform().getMxx(), 1.0, 4.0);
        int columns = (int) Math.floor(scale.width() * fine);
        int rows = (int) Math.rint(height * fine);
        if (columns < 1 || rows < 1) {
            return;
        }
        KeptImages.draw(
                g,
                scale.left(),
                Math.rint(top),
                columns,
                rows,
                fine,
                pixels -> {
                    int ground = settings.colours().argb(0);
                    var raster = new LaneRaster(columns, rows, ground, pixels);
                    for (Piece piece : picture.pieces().reversed()) {
                        if (piece.channel() == channel) {
                            addPiece(raster, piece, scale, fine);
                        }
                    }
                });
    }

    /** Edges lie on whole pixels, so that no seam shows between two pieces. */
    private static void addPiece(LaneRaster raster, Piece piece, TimeScale scale, double fine) {
        double left = Math.max(scale.left(), Math.rint(scale.x(piece.start()) * fine) / fine);
        double right = Math.min(scale.right(), Math.rint(scale.x(piece.end()) * fine) / fine);
        if (right <= left) {
            return;
        }
        double width = piece.image().width();
        double pixels = width / (piece.end() - piece.start());
        raster.add(
                piece.image(),
                (int) Math.rint((left - scale.left()) * fine),
                (int) Math.rint((right - scale.left()) * fine),
                Math.max(0, (scale.seconds(left) - piece.start()) * pixels),
                Math.min(width, (scale.seconds(right) - piece.start()) * pixels));
    }

    private static void paintAxis(
            GraphicsContext g,
            double top,
            double height,
            FrequencyScale frequencies,
            double nyquist,
            TimeScale scale,
            Palette palette) {
        g.setStroke(palette.axis());
        g.setLineWidth(1);
        double lastY = Double.POSITIVE_INFINITY;
        for (double hertz : TICKS) {
            double y = top + height * (1 - frequencies.position(hertz, nyquist));
            double textY = Math.clamp(y, top + 6, Math.max(top + 6, top + height - 5));
            boolean inside = hertz <= nyquist && y >= top && y <= top + height;
            if (!inside || lastY - textY < TICK_DISTANCE || (hertz == 0 && isLog(frequencies))) {
                continue;
            }
            lastY = textY;
            g.strokeLine(scale.left() - 4, y, scale.left(), y);
            PaintText.draw(
                    g,
                    label(hertz),
                    scale.left() - 7,
                    textY,
                    TextAlignment.RIGHT,
                    BundledFont.regular(10),
                    palette.mutedText());
        }
    }

    private static void paintColourBar(
            GraphicsContext g,
            double top,
            double height,
            SpectrogramSettings settings,
            TimeScale scale) {
        int steps = (int) Math.max(1, Math.rint(height));
        int[] pixels = new int[steps * BAR_WIDTH];
        for (int i = 0; i < steps; i++) {
            int argb = settings.colours().argb(1 - (i + 0.5) / steps);
            Arrays.fill(pixels, i * BAR_WIDTH, (i + 1) * BAR_WIDTH, argb);
        }
        g.drawImage(new Pixels(pixels, BAR_WIDTH).image(), scale.right() + 4, Math.rint(top));
    }

    private static boolean isLog(FrequencyScale scale) {
        return scale == FrequencyScale.LOG;
    }

    /** Such as {@code 500 Hz} or {@code 2 kHz}. */
    static String label(double hertz) {
        return hertz < 1000 ? Math.round(hertz) + " Hz" : Math.round(hertz / 1000) + " kHz";
    }
}
