// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import java.util.Arrays;

/**
 * Band-limited change of sample rate: polyphase filtering with a Kaiser-windowed sinc (Smith,
 * Digital Audio Resampling Home Page, CCRMA). Flat within 0.01 dB up to 95 % of the lower Nyquist
 * frequency, everything above 100 % of it below -100 dB, no delay: output sample i lies at the time
 * of input sample i * from / to. Beyond its ends the input counts as zero.
 */
public final class Resampler {
    /** Largest table of ready filter phases, in values; unusual ratios compute theirs each time. */
    private static final int MAX_TABLE = 1 << 21;

    /** Outputs computed at a time, so few that they stay in the cache. */
    private static final int RUN = 512;

    private final int up;
    private final int down;

    /** Distance between two taps, in the kernel's time. */
    private final double tapStep;

    /** Taps left and right of the centre. */
    private final int reach;

    private final float[][] phases;

    /**
     * @param fromHz at least 1
     * @param toHz at least 1
     */
    Resampler(int fromHz, int toHz) {
        int divisor = greatestCommonDivisor(fromHz, toHz);
        up = toHz / divisor;
        down = fromHz / divisor;
        tapStep = Math.min(1, (double) up / down);
        reach = (int) Math.ceil(KaiserSinc.HALF_WIDTH / tapStep);
        phases = new float[(long) up * (2L * reach) <= MAX_TABLE ? up : 0][2 * reach];
        for (int phase = 0; phase < phases.length; phase++) {
            fill(phase, phases[phase]);
        }
    }

    /**
     * Resamples one channel.
     *
     * @param x samples at {@code fromHz}, all finite
     * @param fromHz at least 1
     * @param toHz at least 1
     * @return {@code ceil(x.length * toHz / fromHz)} samples; {@code x} itself, uncopied, if the
     *     rates are equal
     */
    public static float[] resample(float[] x, int fromHz, int toHz) {
        if (fromHz < 1 || toHz < 1) {
            throw new IllegalArgumentException("Not sample rates: " + fromHz + ", " + toHz);
        }
        return fromHz == toHz ? x : new Resampler(fromHz, toHz).apply(x);
    }

    private float[] apply(float[] x) {
        float[] y = new float[Math.toIntExact(outputs(x.length))];
        if (phases.length > 0) {
            filterByPhase(deal(x, reach), y);
        } else {
            filterOneByOne(x, 0, y);
        }
        return y;
    }

    /** Samples that {@code inputs} samples become. */
    long outputs(long inputs) {
        return (inputs * up + down - 1) / down;
    }

    /** A block may begin at every output sample whose number this divides. */
    int grid() {
        return up;
    }

    /** Number of the first input sample that the block from an output sample on is made of. */
    long firstInput(long output) {
        return output / up * down - reach;
    }

    /** Input samples that a block of so many output samples is made of. */
    int inputs(int outputs) {
        return Math.toIntExact((long) Math.max(0, outputs - 1) * down / up + 2L * reach + 1);
    }

    /**
     * Resamples a part of a channel to the very samples that it has when all is resampled at once.
     *
     * @param x {@link #inputs} samples from {@link #firstInput} on, zero beyond the ends of the
     *     channel
     * @param y receives the block
     */
    void block(float[] x, float[] y) {
        if (phases.length > 0) {
            filterByPhase(deal(x, 0), y);
        } else {
            filterOneByOne(x, reach, y);
        }
    }

    /**
     * Every {@code up}-th output has the same taps, and its inputs lie {@code down} apart. With the
     * input dealt out to {@code down} rows, one tap times a run of a row is a loop that the JIT
     * turns into vector code.
     */
    private void filterByPhase(float[][] rows, float[] y) {
        double[] sums = new double[RUN];
        for (int first = 0; first < Math.min(up, y.length); first++) {
            long position = (long) first * down;
            float[] taps = phases[(int) (position % up)];
            // The input of tap 0, counted from the first one dealt out, which lies reach before x.
            int start = (int) (position / up) + 1;
            int outputs = (y.length - first + up - 1) / up;
            for (int done = 0; done < outputs; done += RUN) {
                int count = Math.min(RUN, outputs - done);
                Arrays.fill(sums, 0, count, 0);
                // The number of taps is even.
                for (int j = 0; j < taps.length; j += 2) {
                    addScaled(
                            taps[j],
                            rows[(start + j) % down],
                            (start + j) / down + done,
                            taps[j + 1],
                            rows[(start + j + 1) % down],
                            (start + j + 1) / down + done,
                            sums,
                            count);
                }
                for (int i = 0; i < count; i++) {
                    y[first + (done + i) * up] = (float) sums[i];
                }
            }
        }
    }

    /**
     * Row r holds the samples r, r + down, r + 2 down ... of {@code x} with so many zeros before it
     * and enough behind it.
     */
    private float[][] deal(float[] x, int before) {
        int length = x.length / down + 2 * reach / down + 3;
        float[][] rows = new float[down][length];
        for (int i = 0; i < x.length; i++) {
            rows[(i + before) % down][(i + before) / down] = x[i];
        }
        return rows;
    }

    /**
     * Two taps times a run. The sums are of another type than the input, not only for precision:
     * the JIT then knows that they do not overlap it.
     */
    private static void addScaled(
            float tap1,
            float[] row1,
            int from1,
            float tap2,
            float[] row2,
            int from2,
            double[] sums,
            int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += tap1 * row1[from1 + i] + tap2 * row2[from2 + i];
        }
    }

    /** The first output lies at the input {@code x[origin]}. */
    private void filterOneByOne(float[] x, int origin, float[] y) {
        float[] taps = new float[2 * reach];
        for (int i = 0; i < y.length; i++) {
            long position = (long) i * down;
            fill((int) (position % up), taps);
            y[i] = dot(x, (int) (position / up) + origin - reach + 1, taps);
        }
    }

    /**
     * Computes the taps for an output that lies {@code phase / up} after an input sample; tap j
     * belongs to the input {@code j - reach + 1} samples from it.
     */
    private void fill(int phase, float[] taps) {
        double offset = (double) phase / up + reach - 1;
        for (int j = 0; j < taps.length; j++) {
            taps[j] = (float) (tapStep * KaiserSinc.at((j - offset) * tapStep));
        }
    }

    /** The sum of {@code x[start + j] * taps[j]} over those j for which x has a sample. */
    private static float dot(float[] x, int start, float[] taps) {
        double sum = 0;
        int to = Math.min(taps.length, x.length - start);
        for (int j = Math.max(0, -start); j < to; j++) {
            sum += (double) x[start + j] * taps[j];
        }
        return (float) sum;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
