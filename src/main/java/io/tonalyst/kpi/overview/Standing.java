// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.overview;

import io.tonalyst.kpi.CallTotals;
import io.tonalyst.kpi.Estimate;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.MeasureFormula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A figure of one agent among those of the others.
 *
 * @param estimate the figure; without a value where no call records it
 * @param rank 1 for the best; equal figures share a rank; 0 without a figure
 * @param of how many agents have a figure
 * @param peerMedian median of the figures of the other agents; NaN without others
 * @param verdict whether the agent differs from the peers beyond its 95 % band
 */
public record Standing(
        Measure measure,
        CallTotals totals,
        Estimate estimate,
        int rank,
        int of,
        double peerMedian,
        Verdict verdict) {
    /** A figure against the median of the peers. */
    public enum Verdict {
        BETTER("better"),
        WORSE("worse"),
        /** Higher, of a measure that has no good side. */
        MORE("more"),
        /** Lower, of a measure that has no good side. */
        FEWER("fewer"),
        /** The peers' median lies within the 95 % band. */
        ALIKE("no difference shown"),
        UNKNOWN("not known");

        private final String title;

        Verdict(String title) {
            this.title = title;
        }

        /** Name in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** In words. */
        public String title() {
            return title;
        }
    }

    /** The standing of each of several agents, in the same order. */
    static List<Standing> of(MeasureFormula formula, List<CallTotals> agents) {
        Measure measure = formula.measure();
        double[] values = new double[agents.size()];
        var estimates = new ArrayList<Estimate>();
        for (int i = 0; i < values.length; i++) {
            Estimate estimate = formula.estimate(agents.get(i));
            estimates.add(estimate);
            values[i] = estimate.value();
        }
        int of = (int) Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
        var standings = new ArrayList<Standing>();
        for (int i = 0; i < values.length; i++) {
            double median = medianWithout(values, i);
            standings.add(
                    new Standing(
                            measure,
                            agents.get(i),
                            estimates.get(i),
                            rank(measure, values, i),
                            of,
                            median,
                            verdict(measure, estimates.get(i), median)));
        }
        return standings;
    }

    private static int rank(Measure measure, double[] values, int of) {
        if (Double.isNaN(values[of])) {
            return 0;
        }
        int better = 0;
        for (double value : values) {
            if (measure.higherIsWorse() ? value < values[of] : value > values[of]) {
                better++;
            }
        }
        return better + 1;
    }

    private static Verdict verdict(Measure measure, Estimate estimate, double median) {
        if (measure == Measure.CALLS) {
            double value = estimate.value();
            if (Double.isNaN(value) || Double.isNaN(median)) {
                return Verdict.UNKNOWN;
            }
            return value > median ? Verdict.MORE : value < median ? Verdict.FEWER : Verdict.ALIKE;
        }
        if (!estimate.hasBand() || Double.isNaN(median)) {
            return Verdict.UNKNOWN;
        }
        if (estimate.low() <= median && median <= estimate.high()) {
            return Verdict.ALIKE;
        }
        boolean higher = estimate.low() > median;
        return higher == measure.higherIsWorse() ? Verdict.WORSE : Verdict.BETTER;
    }

    private static double medianWithout(double[] values, int out) {
        double[] others = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (i != out && !Double.isNaN(values[i])) {
                others[count++] = values[i];
            }
        }
        return median(Arrays.copyOf(others, count));
    }

    /** The middle value, or the mean of the two middle ones; NaN without values. */
    static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
