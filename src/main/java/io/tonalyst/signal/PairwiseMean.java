// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

/**
 * The mean in single precision with NumPy's order of additions. The reference's means of MFCC near
 * zero differ from exact ones by more than they may here; they are means of values of some hundred
 * dB, whose rounding shows.
 */
final class PairwiseMean {
    /** Longest run that is added up without halving it. */
    private static final int BLOCK = 128;

    private static final int LANES = 8;

    private PairwiseMean() {}

    /** The mean of at least one value. */
    static float of(float[] x) {
        return sum(x, 0, x.length) / x.length;
    }

    private static float sum(float[] x, int from, int count) {
        if (count > BLOCK) {
            int half = count / 2 / LANES * LANES;
            return sum(x, from, half) + sum(x, from + half, count - half);
        }
        float total = 0;
        int whole = count / LANES * LANES;
        if (whole > 0) {
            float[] lane = new float[LANES];
            for (int i = 0; i < whole; i++) {
                lane[i % LANES] += x[from + i];
            }
            total =
                    ((lane[0] + lane[1]) + (lane[2] + lane[3]))
                            + ((lane[4] + lane[5]) + (lane[6] + lane[7]));
        }
        for (int i = whole; i < count; i++) {
            total += x[from + i];
        }
        return total;
    }
}
