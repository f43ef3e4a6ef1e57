// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.render.ColourMap;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.PeakPyramid;
import io.tonalyst.ui.Palette;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * A clip: its waveform where there is sound, and below it the log-mel image the network sees, both
 * on one time axis.
 *
 * @param waveform summary of the sound, null where there is none
 */
record ExampleChart(Example example, @Nullable PeakPyramid waveform) implements Chart {
    private static final double LEFT = 4;
    private static final double BOTTOM = 16;
    private static final double WAVE = 0.34;
    private static final double TOP_HERTZ = 8000;

    /** The chart of a clip; summarises its sound. */
    static ExampleChart of(Example example) {
        return new ExampleChart(
                example,
                example.sound().map(sound -> PeakPyramid.of(sound.mixdown())).orElse(null));
    }

    @Override
    public String name() {
        return example.clip().corpus().title() + " " + example.clip().emotion().key();
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.clear(width, height);
        var x = new Scale(0, example.seconds(), LEFT, width - LEFT);
        double split = waveform == null ? 0 : Math.floor((height - BOTTOM) * WAVE);
        if (waveform != null) {
            wave(pen, palette, waveform, (int) (x.to() - x.from()), split);
        }
        double imageWidth = x.at(imageSeconds()) - LEFT;
        g.drawImage(image(), LEFT, split, imageWidth, height - BOTTOM - split);
        for (double tick : x.ticks(5)) {
            pen.mutedCentre(
                    String.format(Locale.ROOT, "%.1f s", tick),
                    Math.clamp(x.at(tick), 14, width - 14),
                    height - BOTTOM / 2);
        }
        if (marked >= 0 && marked < items()) {
            double at = x.at((marked + 0.5) * frameSeconds());
            pen.line(at, 0, at, height - BOTTOM, palette.accent());
        }
    }

    private static void wave(
            Pen pen, Palette palette, PeakPyramid waveform, int columns, double height) {
        if (columns < 1) {
            return;
        }
        float[] min = new float[columns];
        float[] max = new float[columns];
        waveform.summarise(0, waveform.length(), columns, min, max, new float[columns]);
        // Scaled to the clip's own peak: corpora differ in level, and the shape is what counts.
        float peak = 1e-6f;
        for (int i = 0; i < columns; i++) {
            peak = Math.max(peak, Math.max(max[i], -min[i]));
        }
        double middle = height / 2;
        for (int i = 0; i < columns; i++) {
            double top = middle - (middle - 2) * max[i] / peak;
            double bottom = middle - (middle - 2) * min[i] / peak;
            pen.rect(LEFT + i, top, 1, Math.max(1, bottom - top), palette.data());
        }
    }

    /** One pixel a frame and band, the highest band on top. */
    private WritableImage image() {
        LogMel mel = example.logMel();
        int[] argb = new int[mel.frames() * LogMel.BANDS];
        for (int row = 0; row < LogMel.BANDS; row++) {
            for (int t = 0; t < mel.frames(); t++) {
                double level = 1 + mel.at(t, LogMel.BANDS - 1 - row) / -(double) LogMel.FLOOR_DB;
                argb[row * mel.frames() + t] = ColourMap.MAGMA.argb(level);
            }
        }
        var image = new WritableImage(mel.frames(), LogMel.BANDS);
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        mel.frames(),
                        LogMel.BANDS,
                        PixelFormat.getIntArgbInstance(),
                        argb,
                        0,
                        mel.frames());
        return image;
    }

    private static double frameSeconds() {
        return (double) LogMel.HOP / LogMel.SAMPLE_RATE;
    }

    private double imageSeconds() {
        return Math.min(example.seconds(), example.logMel().frames() * frameSeconds());
    }

    @Override
    public int items() {
        return example.logMel().frames();
    }

    @Override
    public int itemAt(double px, double py, double width, double height) {
        double seconds = new Scale(0, example.seconds(), LEFT, width - LEFT).value(px);
        int frame = (int) Math.floor(seconds / frameSeconds());
        return frame >= 0 && frame < items() && py < height - BOTTOM ? frame : NONE;
    }

    @Override
    public String readout(int item) {
        LogMel mel = example.logMel();
        int loudest = 0;
        for (int band = 1; band < LogMel.BANDS; band++) {
            if (mel.at(item, band) > mel.at(item, loudest)) {
                loudest = band;
            }
        }
        return "%s: loudest near %,.0f Hz, %.0f dB below the clip's maximum."
                .formatted(
                        Format.seconds(item * frameSeconds()),
                        hertz(loudest),
                        -mel.at(item, loudest));
    }

    /** Centre of a band on Slaney's mel scale: linear to 1 kHz, then logarithmic. */
    private static double hertz(int band) {
        double step = Math.log(6.4) / 27;
        double top = 15 + Math.log(TOP_HERTZ / 1000) / step;
        double mel = (band + 1) * top / (LogMel.BANDS + 1);
        return mel < 15 ? mel * 200 / 3 : 1000 * Math.exp((mel - 15) * step);
    }
}
