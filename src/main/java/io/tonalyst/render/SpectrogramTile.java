// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

import io.tonalyst.signal.Samples;
import io.tonalyst.signal.Stft;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * A piece of the spectrogram of one channel at one level of detail: {@value #COLUMNS} columns with
 * the levels of all bins, so that neither another axis nor other colours need a new transform.
 * Levels are kept to 0.01 dB.
 */
public final class SpectrogramTile {
    /** Columns of a tile. */
    public static final int COLUMNS = 256;

    /** Windows looked at for each column at most, however much time it spans. */
    private static final int MAX_WINDOWS = 8;

    /** Columns a window at the finest level: more would look the same. */
    private static final int OVERLAP = 16;

    private static final float STEPS = 100;

    /**
     * Which tile.
     *
     * @param window samples of a window, a power of two that {@link Stft} takes
     * @param level of detail: 0 is the finest, each one more has columns twice as wide
     * @param index number of the tile on its level, from 0 at the beginning of the sound
     */
    public record Key(int channel, int window, int level, long index) {
        /** Samples that a column spans. */
        public long hop() {
            return hop(window, level);
        }

        /** Sample at the left edge. */
        public long start() {
            return index * COLUMNS * hop();
        }

        /** Sample at the right edge. */
        public long end() {
            return start() + COLUMNS * hop();
        }

        private static long hop(int window, int level) {
            return (long) Math.max(1, window / OVERLAP) << level;
        }

        /** The coarsest level whose columns are not wider than a pixel, where there is one. */
        public static int levelFor(int window, double samplesPerPixel) {
            int level = 0;
            while (level < 40 && hop(window, level + 1) <= samplesPerPixel) {
                level++;
            }
            return level;
        }
    }

    private final Key key;
    private final int bins;
    private final short[] levels;
    private final long known;
    private final float maximum;

    private SpectrogramTile(Key key, int bins, short[] levels, long known, float maximum) {
        this.key = key;
        this.bins = bins;
        this.levels = levels;
        this.known = known;
        this.maximum = maximum;
    }

    /**
     * Computes a tile on the calling thread. A column that spans more than half a window shows the
     * maximum over up to eight windows; beyond the ends of the sound there is silence.
     *
     * @param cancelled asked at each column
     * @throws CancellationException once {@code cancelled} says so, or the sound is closed
     */
    public static SpectrogramTile compute(Samples samples, Key key, BooleanSupplier cancelled) {
        var stft = new Stft(key.window);
        int bins = stft.bins();
        int size = key.window;
        long known = samples.length();
        short[] levels = new short[COLUMNS * bins];
        float[] sound = new float[size];
        float[] power = new float[bins];
        float[] loudest = new float[bins];
        float maximum = Stft.SILENCE_DB;
        double hop = key.hop();
        int windows = (int) Math.clamp(Math.ceil(hop / (size / 2.0)), 1, MAX_WINDOWS);
        for (int x = 0; x < COLUMNS; x++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
            double left = key.start() + x * hop;
            java.util.Arrays.fill(loudest, 0);
            for (int w = 0; w < windows; w++) {
                long from = Math.round(left + hop * (w + 0.5) / windows) - size / 2;
                if (from < known) {
                    samples.read(key.channel, from, sound, 0, size);
                    stft.power(sound, 0, size, size / 2, power);
                    for (int k = 0; k < bins; k++) {
                        loudest[k] = Math.max(loudest[k], power[k]);
                    }
                }
            }
            stft.toDecibels(loudest);
            for (int k = 0; k < bins; k++) {
                levels[x * bins + k] = (short) Math.round(loudest[k] * STEPS);
                maximum = Math.max(maximum, loudest[k]);
            }
        }
        return new SpectrogramTile(key, bins, levels, known, maximum);
    }

    public Key key() {
        return key;
    }

    /** Frames of the sound that were there when it was computed. */
    public long known() {
        return known;
    }

    /** The highest level in dB. */
    public float maximum() {
        return maximum;
    }

    /** Memory it takes, in bytes. */
    public int bytes() {
        return Short.BYTES * levels.length;
    }

    /**
     * Level at a place, in dB.
     *
     * @param sample within the tile
     * @param bin 0 to the number of bins - 1; between two it is interpolated
     */
    public float level(long sample, double bin) {
        float[] column = new float[bins];
        read(Math.clamp((sample - key.start()) / key.hop(), 0, COLUMNS - 1), column);
        return RowMapping.interpolate(column, Math.clamp(bin, 0.0, bins - 1.0));
    }

    private void read(int x, float[] column) {
        for (int k = 0; k < bins; k++) {
            column[k] = levels[x * bins + k] / STEPS;
        }
    }

    /**
     * Draws the tile, a pixel a column.
     *
     * @param rows pixels of height, at least 1
     * @param nyquist top of the axis in Hz: half the sample rate
     * @param lowDb level of the first colour and everything below
     * @param highDb level of the last colour and everything above, greater than {@code lowDb}
     * @return {@code COLUMNS * rows} opaque pixels, row by row from the top
     */
    public int[] argb(
            int rows,
            FrequencyScale scale,
            double nyquist,
            ColourMap colours,
            double lowDb,
            double highDb) {
        var mapping = new RowMapping(rows, bins, scale, nyquist);
        float[] db = new float[COLUMNS * rows];
        float[] column = new float[bins];
        for (int x = 0; x < COLUMNS; x++) {
            read(x, column);
            mapping.fill(column, db, x, COLUMNS);
        }
        int[] pixels = new int[db.length];
        double unit = 1 / (highDb - lowDb);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colours.argb((db[i] - lowDb) * unit);
        }
        return pixels;
    }
}
