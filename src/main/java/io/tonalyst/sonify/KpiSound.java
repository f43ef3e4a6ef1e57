// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.KpiPoint;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Key figures by day as a series that can be heard. */
public final class KpiSound {
    /** From this many calls a day on, a figure is well founded. */
    private static final int ENOUGH_CALLS = 10;

    /** The certainty of hardly two calls, from which on it is told apart. */
    private static final double LEAST_CERTAINTY = 0.4;

    private KpiSound() {}

    /**
     * The series of a measure.
     *
     * @param threshold in the unit of the measure
     * @param axis the visible axis
     */
    public static SoundSeries of(KpiSeries series, double threshold, AxisDomain axis) {
        if (!Double.isFinite(threshold)) {
            throw new IllegalArgumentException("Not a threshold: " + threshold);
        }
        Measure measure = series.measure();
        List<KpiPoint> points =
                series.points().stream().filter(p -> Double.isFinite(p.value())).toList();
        var main =
                new Dimension(
                        SoundSeries.VALUE,
                        measure.shortTitle(),
                        measure.higherIsWorse(),
                        axis.low(),
                        axis.high(),
                        values(points, KpiPoint::value));
        return new SoundSeries(
                series.title(),
                series.subject(),
                measure.shortTitle(),
                measure.unit(),
                "day",
                "days without calls",
                series.days(),
                points.stream()
                        .map(
                                p ->
                                        new SoundSeries.Point(
                                                series.dayIndex(p.date()),
                                                p.value(),
                                                label(measure, p)))
                        .toList(),
                main,
                others(points),
                OptionalDouble.of(threshold),
                measure.isRate() ? OptionalDouble.of(100) : OptionalDouble.empty(),
                measure == Measure.AHT ? Timbre.MARIMBA : Timbre.TRIANGLE,
                marks(series));
    }

    private static List<Dimension> others(List<KpiPoint> points) {
        // The error of a mean falls with the root of n, so certainty rises with it.
        var certainty =
                values(points, p -> Math.sqrt(Math.min(1.0, (double) p.calls() / ENOUGH_CALLS)));
        return List.of(
                new Dimension(
                        SoundSeries.CERTAINTY, "certainty", false, LEAST_CERTAINTY, 1, certainty),
                Dimension.over("calls", "number of calls", false, values(points, KpiPoint::calls)),
                Dimension.over(
                        "talk",
                        "talk time",
                        true,
                        values(points, p -> p.totals().talkS() / p.totals().calls())),
                Dimension.over(
                        "after-call-work",
                        "after-call work",
                        true,
                        values(points, p -> p.totals().acwS() / p.totals().calls())),
                Dimension.over(
                        "queue",
                        "queue time",
                        true,
                        values(points, p -> p.totals().queueS() / p.totals().calls())),
                Dimension.over(
                        "resolved",
                        "resolution rate",
                        false,
                        values(points, p -> 100.0 * p.totals().resolved() / p.totals().judged())),
                Dimension.over(
                        "angry",
                        "angry share",
                        true,
                        values(points, p -> 100.0 * p.totals().angry() / p.totals().labelled())));
    }

    /** What is divided by nothing is not known. */
    private static List<Double> values(List<KpiPoint> points, ToDoubleFunction<KpiPoint> of) {
        return points.stream().map(p -> finite(of.applyAsDouble(p))).toList();
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** Mondays, and more strongly the first of each month. */
    private static List<SoundSeries.Mark> marks(KpiSeries series) {
        var marks = new ArrayList<SoundSeries.Mark>();
        for (int day = 0; day < series.days(); day++) {
            LocalDate date = series.first().plusDays(day);
            boolean newMonth = date.getDayOfMonth() == 1;
            if (newMonth || date.getDayOfWeek() == DayOfWeek.MONDAY) {
                marks.add(new SoundSeries.Mark(day, newMonth));
            }
        }
        return marks;
    }

    /** Such as {@code 2017-01-04 AHT 683.6 s (11 calls)}. */
    private static String label(Measure measure, KpiPoint point) {
        return String.format(
                Locale.ROOT,
                "%s %s %s (%d %s)",
                point.date(),
                measure.shortTitle(),
                measure.format(point.value()),
                point.calls(),
                point.calls() == 1 ? "call" : "calls");
    }
}
