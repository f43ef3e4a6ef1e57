// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.render.FrequencyScale;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.recordings.SpectrogramPicture.Piece;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Draws spectrograms, a lane a channel, with the frequency axis and the colour bar. */
final class SpectrogramPainter {
    private static final double[] TICKS = {
        0, 100, 200, 300, 500, 1000, 2000, 3000, 4000, 5000, 6000, 8000, 10_000, 12_000, 16_000,
        20_000, 24_000, 32_000, 48_000
    };
    private static final double TICK_DISTANCE = 15;

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
        g.setFill(palette.background());
        g.fillRect(0, 0, width, height);
        int channels = sound.channels();
        var lanes = new Lanes(channels, height);
        for (int c = 0; c < channels; c++) {
            double top = lanes.top(c);
            g.setFill(colour(settings.colours().argb(0)));
            g.fillRect(scale.left(), top, scale.width(), lanes.laneHeight());
            for (Piece piece : picture.pieces()) {
                if (piece.channel() == c) {
                    paintPiece(g, top, lanes.laneHeight(), piece, scale);
                }
            }
            paintAxis(
                    g, top, lanes.laneHeight(), settings.scale(), sound.nyquist(), scale, palette);
            paintColourBar(g, top, lanes.laneHeight(), settings, scale);
        }
    }

    /** Edges lie on whole pixels, so that no seam shows between two pieces. */
    private static void paintPiece(
            GraphicsContext g, double top, double height, Piece piece, TimeScale scale) {
        double left = Math.max(scale.left(), Math.rint(scale.x(piece.start())));
        double right = Math.min(scale.right(), Math.rint(scale.x(piece.end())));
        if (right <= left) {
            return;
        }
        Image image = piece.image();
        double pixels = image.getWidth() / (piece.end() - piece.start());
        double from = Math.max(0, (scale.seconds(left) - piece.start()) * pixels);
        double to = Math.min(image.getWidth(), (scale.seconds(right) - piece.start()) * pixels);
        g.setImageSmoothing(true);
        g.drawImage(image, from, 0, to - from, image.getHeight(), left, top, right - left, height);
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
        int steps = (int) Math.max(1, height);
        for (int i = 0; i < steps; i++) {
            g.setFill(colour(settings.colours().argb(1 - (i + 0.5) / steps)));
            g.fillRect(scale.right() + 4, top + i * height / steps, 6, height / steps + 0.5);
        }
    }

    private static boolean isLog(FrequencyScale scale) {
        return scale == FrequencyScale.LOG;
    }

    /** Such as {@code 500 Hz} or {@code 2 kHz}. */
    static String label(double hertz) {
        return hertz < 1000 ? Math.round(hertz) + " Hz" : Math.round(hertz / 1000) + " kHz";
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }
}
