// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Minimum, maximum and RMS of any stretch of one channel, exact and quick at every zoom: blocks of
 * 64 samples are summarised, then blocks of four such blocks, and so on, and a stretch is put
 * together from the largest blocks that fit into it. Takes about 6 % of the sound's own memory; the
 * sound itself is kept by reference and must not change. Safe between threads.
 */
public final class PeakPyramid {
    private static final int SMALLEST_BLOCK = 64;
    private static final int FACTOR = 4;

    private final float[] samples;
    private final List<Level> levels = new ArrayList<>();

    private PeakPyramid(float[] samples) {
        this.samples = samples;
        for (long size = SMALLEST_BLOCK; size <= samples.length; size *= FACTOR) {
            levels.add(level((int) size));
        }
    }

    /** Summarises blocks with the help of the levels of smaller blocks. */
    private Level level(int size) {
        var level = new Level(size, samples.length / size);
        for (int block = 0; block < level.min.length; block++) {
            Summary summary = summary(block * size, (block + 1) * size);
            level.min[block] = summary.min;
            level.max[block] = summary.max;
            level.energy[block] = (float) summary.energy;
        }
        return level;
    }

    /**
     * Summarises a channel.
     *
     * @param samples all finite; kept, not copied
     */
    public static PeakPyramid of(float[] samples) {
        return new PeakPyramid(samples);
    }

    /** Samples of the channel. */
    public int length() {
        return samples.length;
    }

    /**
     * Splits samples {@code from} to {@code to} evenly into columns and summarises each. A column
     * narrower than a sample shows the sample it lies in; one wholly outside the sound is 0.
     *
     * @param from first sample, may lie outside the sound
     * @param to sample after the last, at least {@code from}
     * @param columns number of columns, at least 1
     * @param min receives the least value of each column
     * @param max receives the greatest value of each column
     * @param rms receives the root mean square of each column
     */
    public void summarise(long from, long to, int columns, float[] min, float[] max, float[] rms) {
        if (to < from || columns < 1) {
            throw new IllegalArgumentException(
                    "Not a stretch in columns: " + from + " to " + to + " in " + columns);
        }
        for (int column = 0; column < columns; column++) {
            long start = from + (to - from) * column / columns;
            long end = Math.max(start + 1, from + (to - from) * (column + 1) / columns);
            int first = Math.clamp(start, 0, samples.length);
            int last = Math.clamp(end, first, samples.length);
            Summary summary = summary(first, last);
            min[column] = summary.min();
            max[column] = summary.max();
            rms[column] = summary.rms();
        }
    }

    private Summary summary(int from, int to) {
        var summary = new Summary();
        int at = from;
        while (at < to) {
            Level level = largestBlock(at, to);
            if (level == null) {
                summary.add(samples[at], samples[at], (double) samples[at] * samples[at], 1);
                at++;
            } else {
                int block = at / level.size;
                summary.add(level.min[block], level.max[block], level.energy[block], level.size);
                at += level.size;
            }
        }
        return summary;
    }

    /** The level with the largest block that begins at {@code at} and ends by {@code to}. */
    private @Nullable Level largestBlock(int at, int to) {
        Level largest = null;
        for (Level level : levels) {
            if (at % level.size != 0 || level.size > to - at) {
                break;
            }
            largest = level;
        }
        return largest;
    }

    /** All whole blocks of one size. */
    private static final class Level {
        private final int size;
        private final float[] min;
        private final float[] max;

        /** Sums of squares. */
        private final float[] energy;

        Level(int size, int blocks) {
            this.size = size;
            this.min = new float[blocks];
            this.max = new float[blocks];
            this.energy = new float[blocks];
        }
    }

    /** What is known of a stretch that grows block by block. */
    private static final class Summary {
        private float min = Float.POSITIVE_INFINITY;
        private float max = Float.NEGATIVE_INFINITY;
        private double energy;
        private long count;

        void add(float low, float high, double squares, int samples) {
            min = Math.min(min, low);
            max = Math.max(max, high);
            energy += squares;
            count += samples;
        }

        float min() {
            return count == 0 ? 0 : min;
        }

        float max() {
            return count == 0 ? 0 : max;
        }

        float rms() {
            return count == 0 ? 0 : (float) Math.sqrt(energy / count);
        }
    }
}
