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
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int of = sorted.length;
        var standings = new ArrayList<Standing>();
        for (int i = 0; i < values.length; i++) {
            double median = medianWithout(sorted, values[i]);
            standings.add(
                    new Standing(
                            measure,
                            agents.get(i),
                            estimates.get(i),
                            rank(measure, sorted, values[i]),
                            of,
                            median,
                            verdict(measure, estimates.get(i), median)));
        }
        return standings;
    }

    /**
     * One more than there are better ones.
     *
     * @param sorted ascending
     */
    private static int rank(Measure measure, double[] sorted, double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        int below = placeOf(sorted, value);
        if (measure.higherIsWorse()) {
            return below + 1;
        }
        int notAbove = below;
        while (notAbove < sorted.length && sorted[notAbove] == value) {
            notAbove++;
        }
        return sorted.length - notAbove + 1;
    }

    /** How many values lie below one that is among them; zeros of both signs are the same. */
    private static int placeOf(double[] sorted, double value) {
        int found = Arrays.binarySearch(sorted, value);
        int place = found < 0 ? -found - 1 : found;
        while (place > 0 && sorted[place - 1] == value) {
            place--;
        }
        return place;
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

    /** The median of sorted values without one of them; NaN leaves out none. */
    private static double medianWithout(double[] sorted, double out) {
        int gap = Double.isNaN(out) ? sorted.length : placeOf(sorted, out);
        int count = sorted.length - (Double.isNaN(out) ? 0 : 1);
        if (count == 0) {
            return Double.NaN;
        }
        double upper = without(sorted, gap, count / 2);
        return count % 2 == 1 ? upper : (without(sorted, gap, count / 2 - 1) + upper) / 2;
    }

    private static double without(double[] sorted, int gap, int place) {
        return sorted[place < gap ? place : place + 1];
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
