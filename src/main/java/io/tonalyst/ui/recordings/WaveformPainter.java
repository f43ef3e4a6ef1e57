// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Hairline;
import io.tonalyst.ui.Palette;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * Draws the waveform, a lane a channel: extremes in a light tone, RMS in a full one, single samples
 * joined by lines when there is room for each.
 */
final class WaveformPainter {
    private static final double[] FULL_SCALES = {0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10};

    private static final double LINE = 1.25;
    private static final double DOT = 2;
    private static final double DOT_DISTANCE = 6;

    private WaveformPainter() {}

    static void paint(
            GraphicsContext g,
            double width,
            double height,
            Sound sound,
            TimeScale scale,
            Palette palette) {
        int channels = sound.channels();
        var lanes = new Lanes(channels, height);
        LaneGround.paint(g, width, height, lanes, scale, palette.background());
        double fullScale = fullScale(sound);
        for (int c = 0; c < channels; c++) {
            double top = lanes.top(c);
            paintFrame(g, top, lanes.laneHeight(), scale, palette);
            paintLabels(
                    g, top, lanes.laneHeight(), Lanes.name(c, channels), fullScale, scale, palette);
            paintLane(g, top, lanes.laneHeight(), sound, c, fullScale, scale, palette);
        }
    }

    private static void paintFrame(
            GraphicsContext g, double top, double height, TimeScale scale, Palette palette) {
        g.setFill(palette.surface());
        g.fillRect(scale.left(), top, scale.width(), height);
        RulerPainter.paintGrid(g, top, height, scale, palette);
        for (double level : new double[] {0.25, 0.5, 0.75}) {
            g.setFill(level == 0.5 ? palette.axis().deriveColor(0, 1, 1, 0.6) : palette.grid());
            Hairline.horizontal(g, scale.left(), scale.right(), top + height * level);
        }
    }

    private static void paintLabels(
            GraphicsContext g,
            double top,
            double height,
            String name,
            double fullScale,
            TimeScale scale,
            Palette palette) {
        var font = BundledFont.regular(10);
        double x = scale.left() - 6;
        if (height >= 64) {
            String limit = number(fullScale);
            PaintText.draw(g, limit, x, top + 7, TextAlignment.RIGHT, font, palette.mutedText());
            PaintText.draw(
                    g,
                    "−" + limit,
                    x,
                    top + height - 7,
                    TextAlignment.RIGHT,
                    font,
                    palette.mutedText());
        }
        PaintText.draw(
                g,
                name,
                x,
                top + height / 2,
                TextAlignment.RIGHT,
                BundledFont.strong(11),
                palette.text());
    }

    /** Draws one channel into a lane; also used for the overview strip. */
    static void paintLane(
            GraphicsContext g,
            double top,
            double height,
            Sound sound,
            int channel,
            double fullScale,
            TimeScale scale,
            Palette palette) {
        double rate = sound.hertz();
        double framesPerPixel = scale.secondsPerPixel() * rate;
        if (framesPerPixel <= 0) {
            return;
        }
        double unit = (height / 2 - 1) / fullScale;
        if (framesPerPixel < 1) {
            paintSamples(g, top, height, unit, sound, channel, scale, palette);
            return;
        }
        double fine = Math.clamp(g.getTransform().getMxx(), 1.0, 4.0);
        int columns = (int) Math.floor(scale.width() * fine);
        int rows = (int) Math.ceil(height * fine);
        long from = Math.round(scale.start() * rate);
        long to = Math.max(from + 1, Math.round(scale.end() * rate));
        // Nothing is drawn where a file that is being decoded has not come to yet.
        double there = (double) (sound.samples().length() - from) / (to - from);
        int drawn = (int) Math.clamp(Math.ceil(there * columns), 0, columns);
        if (drawn > 0 && rows > 0) {
            KeptImages.draw(
                    g,
                    scale.left(),
                    top,
                    columns,
                    rows,
                    fine,
                    pixels ->
                            raster(
                                    sound,
                                    channel,
                                    from,
                                    to,
                                    columns,
                                    drawn,
                                    unit * fine,
                                    palette,
                                    pixels));
        }
    }

    /**
     * One lane as pixels: thousands of narrow rectangles would take longer to draw than all else.
     */
    private static void raster(
            Sound sound,
            int channel,
            long from,
            long to,
            int columns,
            int drawn,
            double unit,
            Palette palette,
            int[] pixels) {
        float[] min = new float[columns];
        float[] max = new float[columns];
        float[] rms = new float[columns];
        sound.waves().get(channel).summarise(from, to, columns, min, max, rms);
        Arrays.fill(pixels, 0);
        int full = Pixels.of(palette.data(), 1);
        int light = Pixels.of(palette.data(), 0.5);
        int rows = pixels.length / columns;
        double middle = rows / 2.0;
        for (int x = 0; x < drawn; x++) {
            fill(pixels, columns, x, middle - max[x] * unit, middle - min[x] * unit, light);
            fill(pixels, columns, x, middle - rms[x] * unit, middle + rms[x] * unit, full);
        }
    }

    private static void fill(int[] pixels, int width, int x, double from, double to, int argb) {
        int rows = pixels.length / width;
        int first = (int) Math.clamp(Math.rint(from), 0, rows - 1);
        int last = (int) Math.clamp(Math.rint(to) - 1, first, rows - 1);
        for (int y = first; y <= last; y++) {
            pixels[y * width + x] = argb;
        }
    }

    private static void paintSamples(
            GraphicsContext g,
            double top,
            double height,
            double unit,
            Sound sound,
            int channel,
            TimeScale scale,
            Palette palette) {
        double rate = sound.hertz();
        long first = (long) Math.max(0, Math.floor(scale.start() * rate) - 1);
        long end = (long) Math.min(sound.samples().length(), Math.ceil(scale.end() * rate) + 2);
        double fine = Math.clamp(g.getTransform().getMxx(), 1.0, 4.0);
        int columns = (int) Math.floor(scale.width() * fine);
        int rows = (int) Math.ceil(height * fine);
        if (end <= first || columns < 1 || rows < 1) {
            return;
        }
        // There are no more samples in view than pixels.
        float[] samples = new float[(int) (end - first)];
        sound.samples().read(channel, first, samples, 0, samples.length);
        double[] ys = new double[samples.length];
        for (int i = 0; i < ys.length; i++) {
            ys[i] = (height / 2 - samples[i] * unit) * fine;
        }
        var line = new LineRaster(columns, rows);
        double left = (scale.x(first / rate) - scale.left()) * fine;
        double step = fine / (scale.secondsPerPixel() * rate);
        line.join(ys, left, step, LINE * fine);
        if (step / fine > DOT_DISTANCE) {
            line.dot(ys, left, step, DOT * fine);
        }
        g.drawImage(
                line.pixels(palette.data()).image(),
                scale.left(),
                top,
                columns / fine,
                rows / fine);
    }

    /**
     * The smallest round amplitude that holds the whole recording, so that quiet calls are seen.
     */
    static double fullScale(Sound sound) {
        float[] min = new float[1];
        float[] max = new float[1];
        double peak = 0;
        for (WaveSummary wave : sound.waves()) {
            if (sound.samples().length() > 0) {
                wave.summarise(0, sound.samples().length(), 1, min, max, new float[1]);
                peak = Math.max(peak, Math.max(max[0], -min[0]));
            }
        }
        for (double fullScale : FULL_SCALES) {
            if (peak <= fullScale * 1.0001) {
                return fullScale;
            }
        }
        return peak;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
