// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A measure day by day over whole months, with everything needed to trust it.
 *
 * @param subject whose figures these are, such as {@code Agent 32400}
 * @param first first day of the period
 * @param last last day of the period
 * @param points the days that have a figure, ascending; other days are gaps
 * @param total the figure of the whole period, a ratio of sums and not a mean of daily figures
 * @param totals the components of the total
 * @param formula one sentence
 * @param denominator what is divided by, in words; empty for a plain count
 * @param notes what a reader must know besides
 * @param peerMedian median of the figures of the other agents over the same month; empty without
 *     peers
 * @param peers number of other agents with a figure
 */
public record KpiSeries(
        String subject,
        Measure measure,
        Definition definition,
        LocalDate first,
        LocalDate last,
        List<KpiPoint> points,
        Estimate total,
        CallTotals totals,
        String formula,
        String denominator,
        List<String> notes,
        OptionalDouble peerMedian,
        int peers) {
    public KpiSeries {
        points = List.copyOf(points);
        notes = List.copyOf(notes);
    }

    /** The series of one agent and month; without points when there are no calls. */
    public static KpiSeries of(CallLog log, KpiQuery query) {
        var formula = MeasureFormula.of(query, log);
        RowRange calls = log.calls(query.agent(), query.month());
        CallTest test = log.test(query.filter());
        var days = new CallSums[query.month().lengthOfMonth()];
        int firstDay = (int) query.month().atDay(1).toEpochDay();
        for (int row = calls.from(); row < calls.to(); row++) {
            if (!test.accepts(row)) {
                continue;
            }
            int day = log.epochDay(row) - firstDay;
            if (days[day] == null) {
                days[day] = new CallSums();
            }
            days[day].add(log, row);
        }
        var points = new ArrayList<KpiPoint>();
        CallTotals all = CallTotals.NONE;
        for (int day = 0; day < days.length; day++) {
            if (days[day] != null) {
                CallTotals sums = days[day].totals();
                all = all.plus(sums);
                Estimate estimate = formula.estimate(sums);
                if (!Double.isNaN(estimate.value())) {
                    points.add(
                            new KpiPoint(
                                    LocalDate.ofEpochDay(firstDay + day),
                                    estimate,
                                    sums,
                                    query.measure().counted(sums)));
                }
            }
        }
        double[] peers = peers(log, query, formula, test);
        String subject = "Agent " + log.agentTitle(query.agent());
        MeasureFormula told =
                query.measure().isMeasured() ? formula.with(measuredNote(all)) : formula;
        return of(subject, told, query.month(), query.month(), points, peers);
    }

    /** How much of the period the recordings cover, and how sure the model is. */
    private static String measuredNote(CallTotals all) {
        MeasuredTotals measured = all.measured();
        String sure =
                measured.calls() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "; mean confidence %.0f %%, speech in %.0f %% of the recordings'"
                                        + " length",
                                100 * measured.meanConfidence(),
                                100 * measured.meanCoverage());
        return "%d of %d calls measured%s.".formatted(measured.calls(), all.calls(), sure);
    }

    static KpiSeries of(
            String subject,
            MeasureFormula formula,
            YearMonth from,
            YearMonth to,
            List<KpiPoint> points,
            double[] peers) {
        CallTotals totals =
                points.stream().map(KpiPoint::totals).reduce(CallTotals.NONE, CallTotals::plus);
        return new KpiSeries(
                subject,
                formula.measure(),
                formula.definition(),
                from.atDay(1),
                to.atEndOfMonth(),
                points,
                formula.estimate(totals),
                totals,
                formula.text(),
                formula.denominator(),
                formula.notes(),
                median(peers),
                peers.length);
    }

    /** Days of the period, with and without calls. */
    public int days() {
        return dayIndex(last) + 1;
    }

    /** Days from the first of the period to {@code date}. */
    public int dayIndex(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(first, date);
    }

    /** The point of a day; empty on a day without calls. */
    public Optional<KpiPoint> point(LocalDate date) {
        return points.stream().filter(p -> p.date().equals(date)).findFirst();
    }

    /** The point of the highest value, the first of several; empty without points. */
    public Optional<KpiPoint> highest() {
        return points.stream().reduce((best, point) -> point.value() > best.value() ? point : best);
    }

    /** Such as {@code Agent 32400, January 2017, AHT}. */
    public String title() {
        YearMonth from = YearMonth.from(first);
        YearMonth to = YearMonth.from(last);
        String period =
                from.equals(to)
                        ? KpiQuery.inWords(from)
                        : KpiQuery.inWords(from) + " to " + KpiQuery.inWords(to);
        return subject + ", " + period + ", " + measure.shortTitle();
    }

    /**
     * Where the threshold stands until someone moves it: where the VolaPhone charts had it, 900 s
     * of talk time or 75 %; where they had none, such as for the AHT proper, at the median of the
     * peers in whole units, or at the period's own figure without peers.
     */
    public double defaultThreshold() {
        boolean charted = measure != Measure.AHT || definition == Definition.VOLAPHONE;
        if (charted && measure.referenceThreshold().isPresent()) {
            return measure.referenceThreshold().getAsDouble();
        }
        double median = Math.rint(peerMedian.orElse(total.value()));
        // Above a median of nothing every day would be a breach.
        return measure.higherIsWorse() && median <= 0
                ? Math.max(1, Math.rint(total.value()))
                : median;
    }

    private static double[] peers(
            CallLog log, KpiQuery query, MeasureFormula formula, CallTest test) {
        return Arrays.stream(log.agents(query.month()))
                .filter(agent -> agent != query.agent())
                .mapToDouble(
                        agent ->
                                formula.estimate(log.totals(log.calls(agent, query.month()), test))
                                        .value())
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static OptionalDouble median(double[] values) {
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        Arrays.sort(values);
        int middle = values.length / 2;
        return OptionalDouble.of(
                values.length % 2 == 1
                        ? values[middle]
                        : (values[middle - 1] + values[middle]) / 2);
    }
}
