// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

/**
 * Band-limited change of sample rate: polyphase filtering with a Kaiser-windowed sinc (Smith,
 * Digital Audio Resampling Home Page, CCRMA). Flat within 0.01 dB up to 95 % of the lower Nyquist
 * frequency, everything above 100 % of it below -100 dB, no delay: output sample i lies at the time
 * of input sample i * from / to. Beyond its ends the input counts as zero.
 */
public final class Resampler {
    /** Largest table of ready filter phases, in values; unusual ratios compute theirs each time. */
    private static final int MAX_TABLE = 1 << 21;

    private final int up;
    private final int down;

    /** Distance between two taps, in the kernel's time. */
    private final double tapStep;

    /** Taps left and right of the centre. */
    private final int reach;

    private final float[][] phases;

    private Resampler(int fromHz, int toHz) {
        int divisor = greatestCommonDivisor(fromHz, toHz);
        up = toHz / divisor;
        down = fromHz / divisor;
        tapStep = Math.min(1, (double) up / down);
        reach = (int) Math.ceil(KaiserSinc.HALF_WIDTH / tapStep);
        phases = new float[(long) up * (2 * reach) <= MAX_TABLE ? up : 0][2 * reach];
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
        int length = Math.toIntExact(((long) x.length * up + down - 1) / down);
        float[] y = new float[length];
        float[] scratch = new float[2 * reach];
        for (int i = 0; i < length; i++) {
            long position = (long) i * down;
            int phase = (int) (position % up);
            float[] taps = phases.length > 0 ? phases[phase] : fill(phase, scratch);
            y[i] = dot(x, (int) (position / up) - reach + 1, taps);
        }
        return y;
    }

    /**
     * Computes the taps for an output that lies {@code phase / up} after an input sample; tap j
     * belongs to the input {@code j - reach + 1} samples from it.
     */
    private float[] fill(int phase, float[] taps) {
        double offset = (double) phase / up + reach - 1;
        for (int j = 0; j < taps.length; j++) {
            taps[j] = (float) (tapStep * KaiserSinc.at((j - offset) * tapStep));
        }
        return taps;
    }

    /** The sum of {@code x[start + j] * taps[j]} over those j for which x has a sample. */
    private static float dot(float[] x, int start, float[] taps) {
        int from = Math.max(0, -start);
        int to = Math.min(taps.length, x.length - start);
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int j = from;
        // Four sums, because one would make each addition wait for the one before.
        for (; j + 3 < to; j += 4) {
            a += x[start + j] * taps[j];
            b += x[start + j + 1] * taps[j + 1];
            c += x[start + j + 2] * taps[j + 2];
            d += x[start + j + 3] * taps[j + 3];
        }
        for (; j < to; j++) {
            a += x[start + j] * taps[j];
        }
        return (a + b) + (c + d);
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
