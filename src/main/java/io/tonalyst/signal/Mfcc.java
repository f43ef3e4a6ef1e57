// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import java.util.Arrays;

/**
 * Mel-frequency cepstral coefficients: the orthonormal DCT-II (Davis and Mermelstein, 1980) of mel
 * powers in dB, no lifter; powers below 1e-10 count as that, levels more than 80 dB below the
 * clip's maximum as 80 dB below (librosa's {@code feature.mfcc}). Safe between threads.
 */
final class Mfcc {
    private static final double LEAST_POWER = 1e-10;
    private static final double RANGE_DB = 80;

    /** {@code [band][coefficient]}. */
    private final double[][] cosines;

    private final int coefficients;

    /**
     * @param coefficients number of coefficients, from 0 up
     * @param bands mel bands of a frame
     */
    Mfcc(int coefficients, int bands) {
        this.coefficients = coefficients;
        cosines = new double[bands][coefficients];
        for (int k = 0; k < coefficients; k++) {
            double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
            for (int i = 0; i < bands; i++) {
                cosines[i][k] = scale * Math.cos(Math.PI * k * (2 * i + 1) / (2.0 * bands));
            }
        }
    }

    /**
     * The mean over a clip's frames, taken in single precision as the reference takes it.
     *
     * @param power mel powers, {@code [frame][band]}, at least one frame
     * @return one value a coefficient
     */
    double[] mean(double[][] power) {
        return Arrays.stream(series(power)).mapToDouble(PairwiseMean::of).toArray();
    }

    /**
     * The coefficients of each frame.
     *
     * @param power mel powers, {@code [frame][band]}, at least one frame
     * @return {@code [coefficient][frame]}
     */
    float[][] series(double[][] power) {
        double floor = 10 * Math.log10(max(power)) - RANGE_DB;
        float[][] series = new float[coefficients][power.length];
        double[] sums = new double[coefficients];
        for (int frame = 0; frame < power.length; frame++) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < cosines.length; i++) {
                double db = 10 * Math.log10(Math.max(LEAST_POWER, power[frame][i]));
                addScaled(Math.max(floor, db), cosines[i], sums);
            }
            for (int k = 0; k < coefficients; k++) {
                series[k][frame] = (float) sums[k];
            }
        }
        return series;
    }

    private static double max(double[][] power) {
        double max = LEAST_POWER;
        for (double[] frame : power) {
            for (double value : frame) {
                max = Math.max(max, value);
            }
        }
        return max;
    }

    private static void addScaled(double level, double[] cosines, double[] sums) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += level * cosines[k];
        }
    }
}
