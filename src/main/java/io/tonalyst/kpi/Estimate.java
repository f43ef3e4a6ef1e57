// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

/**
 * A figure with how far it can be trusted.
 *
 * @param value the figure; NaN without calls
 * @param standardError of the value, in its unit; NaN where it cannot be known
 * @param low lower end of the 95 % band; NaN where there is none
 * @param high upper end of the 95 % band
 */
public record Estimate(double value, double standardError, double low, double high) {
    /** Nothing to go by. */
    public static final Estimate NONE =
            new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private static final double Z = 1.959963984540054;

    /** Student's t at 97.5 % for 1 to 30 degrees of freedom. */
    private static final double[] T = {
        12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010,
        2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860, 2.0796, 2.0739,
        2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423
    };

    /** Whether there is a 95 % band. */
    public boolean hasBand() {
        return !Double.isNaN(low);
    }

    /** A value that is counted, not estimated. */
    public static Estimate exact(double value) {
        return new Estimate(value, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * The mean of durations with Student's t band, not below 0. One duration has no band.
     *
     * @param n how many, 0 gives {@link #NONE}
     * @param sum of the durations
     * @param squares sum of their squares; NaN when it is not known, which leaves the band unknown
     */
    public static Estimate mean(int n, double sum, double squares) {
        Estimate mean = signedMean(n, sum, squares);
        return new Estimate(
                mean.value(), mean.standardError(), Math.max(0, mean.low()), mean.high());
    }

    /** The mean of values that may lie below 0, otherwise as {@link #mean}. */
    public static Estimate signedMean(int n, double sum, double squares) {
        if (n == 0) {
            return NONE;
        }
        double mean = sum / n;
        if (n == 1) {
            return exact(mean);
        }
        double variance = Math.max(0, (squares - sum * mean) / (n - 1));
        double error = Math.sqrt(variance / n);
        double reach = studentT(n - 1) * error;
        return new Estimate(mean, error, mean - reach, mean + reach);
    }

    /**
     * A share in percent with Wilson's 95 % score band (E. B. Wilson, 1927, without continuity
     * correction).
     *
     * @param hits 0 to {@code n}
     * @param n 0 gives {@link #NONE}
     */
    public static Estimate rate(int hits, int n) {
        if (n == 0) {
            return NONE;
        }
        double p = (double) hits / n;
        double z2 = Z * Z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double reach = Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        double low = hits == 0 ? 0 : Math.max(0, centre - reach);
        double high = hits == n ? 1 : Math.min(1, centre + reach);
        return new Estimate(
                100.0 * hits / n, 100 * Math.sqrt(p * (1 - p) / n), 100 * low, 100 * high);
    }

    /** Beyond the table, the Cornish-Fisher expansion, good to 1e-4 there. */
    private static double studentT(int freedom) {
        if (freedom <= T.length) {
            return T[freedom - 1];
        }
        double z3 = Z * Z * Z;
        return Z
                + (z3 + Z) / (4.0 * freedom)
                + (5 * z3 * Z * Z + 16 * z3 + 3 * Z) / (96.0 * freedom * freedom);
    }
}
