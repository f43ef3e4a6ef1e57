// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

/**
 * The low-pass kernel of the resampler: a sinc under a Kaiser window (Oppenheim and Schafer,
 * Discrete-Time Signal Processing, section 7.5), its pass band ending at 95 % of the Nyquist
 * frequency and its stop band, below -110 dB, beginning at 100 %. Time is counted in samples of the
 * lower of the two rates.
 *
 * <p>The kernel is read from a table by linear interpolation; with {@value #STEPS} steps a sample
 * that errs by less than 1e-7 of the peak (-140 dB).
 */
final class KaiserSinc {
    /** The kernel is zero at and beyond this distance from its centre. */
    static final double HALF_WIDTH = 143;

    private static final int STEPS = 2048;
    private static final double CUTOFF = 0.975;
    private static final double ATTENUATION_DB = 110;
    private static final double[] TABLE = table();

    private KaiserSinc() {}

    /** The kernel at distance {@code t}; its integral over all t is 1. */
    static double at(double t) {
        double place = Math.abs(t) * STEPS;
        int index = (int) place;
        if (index >= TABLE.length - 1) {
            return 0;
        }
        return TABLE[index] + (place - index) * (TABLE[index + 1] - TABLE[index]);
    }

    private static double[] table() {
        double beta = 0.1102 * (ATTENUATION_DB - 8.7);
        double scale = CUTOFF / bessel(beta);
        double[] values = new double[(int) (HALF_WIDTH * STEPS) + 1];
        for (int i = 0; i < values.length; i++) {
            double t = (double) i / STEPS;
            double edge = t / HALF_WIDTH;
            double angle = Math.PI * CUTOFF * t;
            double sinc = i == 0 ? 1 : Math.sin(angle) / angle;
            values[i] = scale * sinc * bessel(beta * Math.sqrt(1 - edge * edge));
        }
        return values;
    }

    /** The modified Bessel function of the first kind and order 0, by its power series. */
    private static double bessel(double x) {
        double quarter = x * x / 4;
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= quarter / ((double) k * k);
            sum += term;
        }
        return sum;
    }
}
