// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import java.util.List;

/**
 * Brings each value of a row to mean 0 and deviation 1 over the training rows, as scikit-learn's
 * StandardScaler does: a value that is the same in all of them is only centred. (ND4J's adds 1e-5
 * to each deviation, which would flatten mel powers of that size.)
 */
final class Scaler {
    private static final double EPSILON = Math.ulp(1.0);

    private final float[] mean;
    private final float[] factor;

    /**
     * @param rows at least one, all of one length
     */
    Scaler(List<float[]> rows) {
        int n = rows.getFirst().length;
        double[] sums = new double[n];
        for (float[] row : rows) {
            for (int i = 0; i < n; i++) {
                sums[i] += row[i];
            }
        }
        mean = new float[n];
        factor = new float[n];
        double[] squares = new double[n];
        for (int i = 0; i < n; i++) {
            sums[i] /= rows.size();
            mean[i] = (float) sums[i];
        }
        for (float[] row : rows) {
            for (int i = 0; i < n; i++) {
                squares[i] += (row[i] - sums[i]) * (row[i] - sums[i]);
            }
        }
        for (int i = 0; i < n; i++) {
            double variance = squares[i] / rows.size();
            double rounding = rows.size() * sums[i] * EPSILON;
            boolean constant = variance <= rows.size() * EPSILON * variance + rounding * rounding;
            factor[i] = (float) (constant ? 1 : 1 / Math.sqrt(variance));
        }
    }

    /** Writes the scaled row into {@code out} from {@code offset} on. */
    void scale(float[] row, float[] out, int offset) {
        for (int i = 0; i < row.length; i++) {
            out[offset + i] = (row[i] - mean[i]) * factor[i];
        }
    }
}
