// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.overview;

import io.tonalyst.kpi.CallTotals;
import io.tonalyst.kpi.Estimate;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.MeasureFormula;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A measure of one agent period by period.
 *
 * @param points the periods that have a figure, ascending
 * @param centre the centre line of the control chart; NaN where there are too few periods
 */
public record Trend(Measure measure, List<Point> points, double centre) {
    private static final int RUN = 8;

    /** What most points tell: shared, for there may be hundreds of thousands of points. */
    private static final Set<Signal> NOTHING =
            Collections.unmodifiableSet(EnumSet.noneOf(Signal.class));

    public Trend {
        points = List.copyOf(points);
    }

    /**
     * One period.
     *
     * @param label such as {@code 2017-W05}
     * @param first first day of the period, which may lie before the first call
     * @param low lower control limit; NaN where there is none
     * @param high upper control limit; NaN where there is none
     */
    public record Point(
            String label,
            LocalDate first,
            CallTotals totals,
            Estimate estimate,
            double low,
            double high,
            Set<Signal> signals) {
        public Point {
            signals =
                    signals.isEmpty()
                            ? NOTHING
                            : Collections.unmodifiableSet(EnumSet.copyOf(signals));
        }

        public double value() {
            return estimate.value();
        }

        /** Whether a signal is to be looked into. */
        public boolean isAlert(Measure measure) {
            return signals.stream().anyMatch(signal -> signal.isAlert(measure));
        }
    }

    /** Sums of one period that has calls. */
    record Sums(LocalDate first, CallTotals totals) {}

    /**
     * The trend over periods.
     *
     * @param target in the unit of the measure; NaN for none
     */
    static Trend of(MeasureFormula formula, Labels labels, List<Sums> periods, double target) {
        Measure measure = formula.measure();
        var known = new ArrayList<Sums>();
        var estimates = new ArrayList<Estimate>();
        for (Sums sums : periods) {
            Estimate estimate = formula.estimate(sums.totals());
            if (!Double.isNaN(estimate.value())) {
                known.add(sums);
                estimates.add(estimate);
            }
        }
        ControlLimits limits = limits(measure, known, estimates);
        var points = new ArrayList<Point>();
        int run = 0;
        for (int i = 0; i < known.size(); i++) {
            Estimate estimate = estimates.get(i);
            double low = limits.low().get(i);
            double high = limits.high().get(i);
            run = run(run, estimate.value(), limits.centre());
            points.add(
                    new Point(
                            labels.of(known.get(i).first()),
                            known.get(i).first(),
                            known.get(i).totals(),
                            estimate,
                            low,
                            high,
                            signals(measure, estimate, low, high, run, target)));
        }
        return new Trend(measure, points, limits.centre());
    }

    private static ControlLimits limits(
            Measure measure, List<Sums> known, List<Estimate> estimates) {
        return switch (measure) {
            case FCR ->
                    ControlLimits.ofRate(
                            known.stream().mapToInt(s -> s.totals().resolved()).toArray(),
                            known.stream().mapToInt(s -> s.totals().judged()).toArray());
            case ANGRY ->
                    ControlLimits.ofRate(
                            known.stream().mapToInt(s -> s.totals().angry()).toArray(),
                            known.stream().mapToInt(s -> s.totals().labelled()).toArray());
            case ANGRY_MEASURED ->
                    ControlLimits.ofRate(
                            known.stream().mapToInt(s -> s.totals().measured().angry()).toArray(),
                            known.stream().mapToInt(s -> s.totals().measured().calls()).toArray());
            case AHT, CALLS, VALENCE, VALENCE_CHANGE ->
                    ControlLimits.ofValues(
                            estimates.stream().mapToDouble(Estimate::value).toArray(),
                            measure.lowest());
        };
    }

    /** How many in a row lie on one side so far, negative below the centre. */
    private static int run(int before, double value, double centre) {
        if (value > centre) {
            return Math.max(before, 0) + 1;
        }
        return value < centre ? Math.min(before, 0) - 1 : 0;
    }

    private static Set<Signal> signals(
            Measure measure, Estimate estimate, double low, double high, int run, double target) {
        var signals = EnumSet.noneOf(Signal.class);
        if (estimate.value() > high) {
            signals.add(Signal.ABOVE_LIMITS);
        }
        if (estimate.value() < low) {
            signals.add(Signal.BELOW_LIMITS);
        }
        if (run >= RUN) {
            signals.add(Signal.RUN_ABOVE);
        }
        if (run <= -RUN) {
            signals.add(Signal.RUN_BELOW);
        }
        if (missesTarget(measure, estimate, target)) {
            signals.add(Signal.MISSES_TARGET);
        }
        return signals;
    }

    /** Whether the whole band lies on the bad side of a target; false without band or target. */
    static boolean missesTarget(Measure measure, Estimate estimate, double target) {
        return estimate.hasBand()
                && (measure.higherIsWorse() ? estimate.low() > target : estimate.high() < target);
    }

    /** How many periods are to be looked into. */
    public int alerts() {
        return (int) points.stream().filter(point -> point.isAlert(measure)).count();
    }
}
