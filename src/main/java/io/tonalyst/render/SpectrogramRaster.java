// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * A spectrogram at the resolution of the screen: one level in dB for each pixel, row 0 at the top.
 * Colours come later, so that a change of colour map or dB range costs no transform.
 */
public final class SpectrogramRaster {
    /** Windows looked at for each column at most, however much time it spans. */
    static final int MAX_WINDOWS = 8;

    private final int width;
    private final int height;
    private final float[] db;

    private SpectrogramRaster(int width, int height, float[] db) {
        this.width = width;
        this.height = height;
        this.db = db;
    }

    /**
     * Computes the levels of a stretch of sound. A column that spans more than half a window shows
     * the maximum over up to eight windows, a row that spans several bins their maximum; between
     * bins levels are interpolated.
     *
     * @param fromSample left edge, may be negative
     * @param toSample right edge, after {@code fromSample}
     * @param width columns, at least 1
     * @param height rows, at least 1
     * @param nyquist top of the axis in Hz: half the sample rate
     * @param cancelled asked at each column
     * @throws CancellationException once {@code cancelled} says so
     */
    public static SpectrogramRaster compute(
            SpectrumColumns source,
            double fromSample,
            double toSample,
            int width,
            int height,
            FrequencyScale scale,
            double nyquist,
            BooleanSupplier cancelled) {
        float[] db = new float[Math.multiplyExact(width, height)];
        var rows = new RowMapping(height, source.bins(), scale, nyquist);
        float[] column = new float[source.bins()];
        float[] window = new float[source.bins()];
        double step = (toSample - fromSample) / width;
        int windows =
                (int) Math.clamp(Math.ceil(step / (source.windowSamples() / 2.0)), 1, MAX_WINDOWS);
        for (int x = 0; x < width; x++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
            double left = fromSample + x * step;
            source.levels(Math.round(left + step * 0.5 / windows), column);
            for (int w = 1; w < windows; w++) {
                source.levels(Math.round(left + step * (w + 0.5) / windows), window);
                for (int k = 0; k < column.length; k++) {
                    column[k] = Math.max(column[k], window[k]);
                }
            }
            rows.fill(column, db, x, width);
        }
        return new SpectrogramRaster(width, height, db);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Level in dB of a pixel; row 0 is the top. */
    public float level(int column, int row) {
        return db[row * width + column];
    }

    /** The highest level in dB. */
    public float maximum() {
        float max = Float.NEGATIVE_INFINITY;
        for (float level : db) {
            max = Math.max(max, level);
        }
        return max;
    }

    /**
     * Colours the levels.
     *
     * @param lowDb level of the first colour and everything below
     * @param highDb level of the last colour and everything above, greater than {@code lowDb}
     * @return {@code width * height} opaque pixels, row by row
     */
    public int[] argb(ColourMap colours, double lowDb, double highDb) {
        int[] pixels = new int[db.length];
        double scale = 1 / (highDb - lowDb);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colours.argb((db[i] - lowDb) * scale);
        }
        return pixels;
    }
}
