// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

/** Which bins of a spectrum each row of a picture shows, row 0 at the top. */
final class RowMapping {
    private final double[] low;
    private final double[] high;

    /**
     * @param height rows, at least 1
     * @param bins values of a column, from 0 Hz to {@code nyquist}
     */
    RowMapping(int height, int bins, FrequencyScale scale, double nyquist) {
        low = new double[height];
        high = new double[height];
        for (int row = 0; row < height; row++) {
            low[row] = bin(scale, (double) (height - row - 1) / height, bins, nyquist);
            high[row] = bin(scale, (double) (height - row) / height, bins, nyquist);
        }
    }

    private static double bin(FrequencyScale scale, double position, int bins, double nyquist) {
        return Math.clamp(scale.hertz(position, nyquist) / nyquist * (bins - 1), 0.0, bins - 1.0);
    }

    /**
     * Fills column {@code x} of a picture: a row that spans several bins shows their maximum;
     * between bins levels are interpolated.
     *
     * @param column levels of the bins
     * @param db picture of {@code width} columns, row by row
     */
    void fill(float[] column, float[] db, int x, int width) {
        for (int row = 0; row < low.length; row++) {
            int first = (int) Math.ceil(low[row]);
            int last = (int) Math.floor(high[row]);
            float level;
            if (last > first) {
                level = column[first];
                for (int k = first + 1; k <= last; k++) {
                    level = Math.max(level, column[k]);
                }
            } else {
                level = interpolate(column, (low[row] + high[row]) / 2);
            }
            db[row * width + x] = level;
        }
    }

    static float interpolate(float[] column, double bin) {
        int k = (int) Math.min(bin, column.length - 2);
        double share = bin - k;
        return (float) (column[k] * (1 - share) + column[k + 1] * share);
    }
}
