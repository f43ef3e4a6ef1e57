// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import io.tonalyst.time.SampleRate;
import java.util.Arrays;

/**
 * Minimum, maximum and RMS of any stretch of one channel, exact and quick at every zoom: blocks of
 * 256 samples are summarised, then blocks of four such blocks, and so on, and a stretch is put
 * together from the largest blocks that fit into it. Takes 1.6 % of the room of the sound as
 * floats, and can grow with the sound while it is decoded. One thread appends; any number may ask.
 */
public final class PeakPyramid {
    private static final int SMALLEST_BLOCK = 256;
    private static final int FACTOR = 4;

    /** Read at once where columns are so narrow that all samples are read anyway. */
    private static final int READ_AHEAD = 1 << 12;

    /** Enough for blocks longer than any sound. */
    private static final int LEVELS = 14;

    private final Samples samples;
    private final int channel;
    private final Level[] levels = new Level[LEVELS];
    private Summary open = new Summary();

    /**
     * A summary of nothing yet, to be appended to.
     *
     * @param samples where single samples are read, when a stretch begins or ends within a block
     */
    public PeakPyramid(Samples samples, int channel) {
        this.samples = samples;
        this.channel = channel;
        for (int i = 0; i < LEVELS; i++) {
            levels[i] = new Level();
        }
    }

    /**
     * Summarises a channel in memory.
     *
     * @param samples all finite; kept, not copied
     */
    public static PeakPyramid of(float[] samples) {
        // The rate does not matter here.
        return of(new Signal(new SampleRate(SampleRate.MAX_HERTZ), samples), 0);
    }

    /** Summarises all of a channel that is there. */
    public static PeakPyramid of(Samples samples, int channel) {
        var pyramid = new PeakPyramid(samples, channel);
        float[] block = new float[1 << 14];
        for (long from = 0; from < samples.length(); from += block.length) {
            int count = (int) Math.min(block.length, samples.length() - from);
            samples.read(channel, from, block, 0, count);
            pyramid.append(block, 0, count);
        }
        return pyramid;
    }

    /**
     * Takes in the next samples of the channel, which {@code samples} holds already.
     *
     * @param from first index in {@code block}
     * @param to index after the last
     */
    public void append(float[] block, int from, int to) {
        int at = from;
        while (at < to) {
            int part = (int) Math.min(to - at, SMALLEST_BLOCK - open.count);
            open.add(block, at, at + part);
            at += part;
            if (open.count == SMALLEST_BLOCK) {
                add(0, open);
                open = new Summary();
            }
        }
    }

    /** Samples of the channel that are there. */
    public long length() {
        return samples.length();
    }

    private void add(int number, Summary block) {
        Level level = levels[number];
        level.add(block);
        int size = level.size;
        if (size % FACTOR == 0 && number + 1 < LEVELS) {
            var larger = new Summary();
            for (int i = size - FACTOR; i < size; i++) {
                level.addTo(larger, i, SMALLEST_BLOCK);
            }
            add(number + 1, larger);
        }
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
        long length = samples.length();
        boolean all = (to - from) / columns < 2 * SMALLEST_BLOCK;
        var reader = new Reader(all ? READ_AHEAD : SMALLEST_BLOCK);
        for (int column = 0; column < columns; column++) {
            long start = from + (to - from) * column / columns;
            long end = Math.max(start + 1, from + (to - from) * (column + 1) / columns);
            long first = Math.clamp(start, 0, length);
            Summary summary = summary(first, Math.clamp(end, first, length), reader);
            min[column] = summary.min();
            max[column] = summary.max();
            rms[column] = summary.rms();
        }
    }

    private Summary summary(long from, long to, Reader reader) {
        var summary = new Summary();
        long at = from;
        while (at < to) {
            int number = largestBlock(at, to);
            if (number >= 0) {
                long size = blockSize(number);
                levels[number].addTo(summary, (int) (at / size), size);
                at += size;
            } else {
                long border = (at / SMALLEST_BLOCK + 1) * SMALLEST_BLOCK;
                int count = (int) (Math.min(to, border) - at);
                reader.addTo(summary, at, count);
                at += count;
            }
        }
        return summary;
    }

    /** Single samples, read some blocks at a time: neighbouring columns share their block. */
    private final class Reader {
        private final float[] some;
        private long start = Long.MIN_VALUE;

        /**
         * @param size samples read at once, whole blocks
         */
        private Reader(int size) {
            this.some = new float[size];
        }

        /** Adds samples of one block. */
        private void addTo(Summary summary, long from, int count) {
            if (start == Long.MIN_VALUE || from < start || from + count > start + some.length) {
                start = from / SMALLEST_BLOCK * SMALLEST_BLOCK;
                samples.read(channel, start, some, 0, some.length);
            }
            int at = (int) (from - start);
            summary.add(some, at, at + count);
        }
    }

    private static long blockSize(int number) {
        return (long) SMALLEST_BLOCK << (2 * number);
    }

    /** The level with the largest block that begins at {@code at} and ends by {@code to}, or -1. */
    private int largestBlock(long at, long to) {
        int largest = -1;
        for (int i = 0; i < LEVELS; i++) {
            long size = blockSize(i);
            if (at % size != 0 || size > to - at || at / size >= levels[i].size) {
                break;
            }
            largest = i;
        }
        return largest;
    }

    /** All whole blocks of one size so far, in pieces, so that growing copies nothing. */
    private static final class Level {
        private static final int PIECE = 1 << 9;
        private static final int VALUES = 3;

        private float[][] pieces = new float[4][0];
        private volatile int size;

        /** Minimum, maximum and sum of squares stand side by side. */
        void add(Summary block) {
            int number = size / PIECE;
            if (number == pieces.length) {
                pieces = Arrays.copyOf(pieces, 2 * number);
            }
            if (size % PIECE == 0) {
                pieces[number] = new float[VALUES * PIECE];
            }
            float[] piece = pieces[number];
            int at = size % PIECE * VALUES;
            piece[at] = block.min;
            piece[at + 1] = block.max;
            piece[at + 2] = (float) block.energy;
            // Written last and read first: it publishes what stands before it.
            int grown = size + 1;
            size = grown;
        }

        void addTo(Summary summary, int block, long samples) {
            // Read first: see add.
            if (block >= size) {
                throw new IndexOutOfBoundsException(block);
            }
            float[] piece = pieces[block / PIECE];
            int at = block % PIECE * VALUES;
            summary.add(piece[at], piece[at + 1], piece[at + 2], samples);
        }
    }

    /** What is known of a stretch that grows block by block. */
    private static final class Summary {
        private float min = Float.POSITIVE_INFINITY;
        private float max = Float.NEGATIVE_INFINITY;
        private double energy;
        private long count;

        void add(float[] x, int from, int to) {
            float low = min;
            float high = max;
            double even = 0;
            double odd = 0;
            // Samples are finite, and two sums do not wait for each other.
            int i = from;
            for (; i + 1 < to; i += 2) {
                float one = x[i];
                float two = x[i + 1];
                low = one < low ? one : low;
                high = one > high ? one : high;
                low = two < low ? two : low;
                high = two > high ? two : high;
                even += (double) one * one;
                odd += (double) two * two;
            }
            if (i < to) {
                low = Math.min(low, x[i]);
                high = Math.max(high, x[i]);
                even += (double) x[i] * x[i];
            }
            add(low, high, even + odd, to - from);
        }

        void add(float low, float high, double squares, long samples) {
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
