// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Between which values a stable process stays: three standard deviations around the centre line. A
 * rate has a p-chart, whose limits follow from the calls of each period; a mean or count an
 * individuals chart (XmR), whose spread is estimated from the mean moving range, divided by d2 =
 * 1.128 (D. C. Montgomery, Introduction to Statistical Quality Control, chapters 6 and 7).
 *
 * @param centre the centre line; NaN with fewer than {@value #MIN_PERIODS} periods
 * @param low lower limit of each period, not below the lowest value there can be; NaN where there
 *     is none
 * @param high upper limit of each period, of a rate not above 100
 */
public record ControlLimits(double centre, List<Double> low, List<Double> high) {
    /** Fewer periods tell nothing of the spread. */
    public static final int MIN_PERIODS = 8;

    private static final double D2 = 1.128;

    public ControlLimits {
        low = List.copyOf(low);
        high = List.copyOf(high);
    }

    /** Limits that are not known. */
    private static ControlLimits none(int periods) {
        List<Double> unknown = Collections.nCopies(periods, Double.NaN);
        return new ControlLimits(Double.NaN, unknown, unknown);
    }

    /**
     * The p-chart of a rate.
     *
     * @param hits of each period
     * @param n of each period, at least 1
     */
    public static ControlLimits ofRate(int[] hits, int[] n) {
        int periods = n.length;
        if (periods < MIN_PERIODS) {
            return none(periods);
        }
        double p = (double) sum(hits) / sum(n);
        var low = new ArrayList<Double>();
        var high = new ArrayList<Double>();
        for (int calls : n) {
            double reach = 3 * Math.sqrt(p * (1 - p) / calls);
            low.add(100 * Math.max(0, p - reach));
            high.add(100 * Math.min(1, p + reach));
        }
        return new ControlLimits(100 * p, low, high);
    }

    private static long sum(int[] values) {
        return Arrays.stream(values).asLongStream().sum();
    }

    /** The individuals chart of values that are not below 0. */
    public static ControlLimits ofValues(double[] values) {
        return ofValues(values, 0);
    }

    /**
     * The individuals chart of values.
     *
     * @param lowest value there can be
     */
    public static ControlLimits ofValues(double[] values, double lowest) {
        int periods = values.length;
        if (periods < MIN_PERIODS) {
            return none(periods);
        }
        double centre = Arrays.stream(values).sum() / periods;
        double ranges = 0;
        for (int i = 1; i < periods; i++) {
            ranges += Math.abs(values[i] - values[i - 1]);
        }
        double reach = 3 * ranges / (periods - 1) / D2;
        return new ControlLimits(
                centre,
                Collections.nCopies(periods, Math.max(lowest, centre - reach)),
                Collections.nCopies(periods, centre + reach));
    }

    /** Whether there are limits. */
    public boolean areKnown() {
        return !Double.isNaN(centre);
    }
}
