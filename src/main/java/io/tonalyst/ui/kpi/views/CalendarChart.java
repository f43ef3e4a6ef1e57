// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.CallTotals;
import io.tonalyst.kpi.DaySums;
import io.tonalyst.kpi.Estimate;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.MeasureFormula;
import io.tonalyst.kpi.explore.FigureTable;
import io.tonalyst.ui.kpi.explore.Plot;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A measure of one agent as a calendar: a cell for each day, coloured by its figure. Holds whole
 * months, at most {@value #MAX_MONTHS}.
 */
public final class CalendarChart implements TimedChart {
    /** More would be too small to read; the months around the chosen one are shown then. */
    public static final int MAX_MONTHS = 48;

    /** So many of the days at each end do not stretch the colours: they have that of the end. */
    private static final double UNCOMMON = 0.02;

    private final String subject;
    private final MeasureFormula formula;
    private final double threshold;
    private final YearMonth from;
    private final YearMonth to;
    private final List<Day> days;
    private final AxisDomain domain;
    private final boolean below;
    private final boolean above;
    private final boolean shortened;

    /**
     * A day of the calendar.
     *
     * @param totals null on a day without calls
     * @param estimate without a value where the measure is not recorded
     */
    record Day(LocalDate date, @Nullable CallTotals totals, Estimate estimate) {
        boolean isKnown() {
            return !Double.isNaN(estimate.value());
        }
    }

    /**
     * @param agent number in the log
     * @param around a month that is shown in any case
     * @param threshold in the unit of the measure; NaN for none
     */
    public CalendarChart(
            DaySums sums, int agent, YearMonth around, MeasureFormula formula, double threshold) {
        this.subject = "Agent " + sums.log().agentTitle(agent);
        this.formula = formula;
        this.threshold = threshold;
        List<DaySums.Day> known =
                sums.agents().stream()
                        .filter(a -> a.number() == agent)
                        .findFirst()
                        .map(DaySums.Agent::days)
                        .orElse(List.of());
        YearMonth first = known.isEmpty() ? around : YearMonth.from(known.getFirst().date());
        YearMonth last = known.isEmpty() ? around : YearMonth.from(known.getLast().date());
        shortened = ChronoUnit.MONTHS.between(first, last) >= MAX_MONTHS;
        if (shortened) {
            YearMonth latest = last.minusMonths(MAX_MONTHS - 1L);
            YearMonth wanted = around.minusMonths(MAX_MONTHS / 2);
            first = wanted.isBefore(first) ? first : wanted.isAfter(latest) ? latest : wanted;
            last = first.plusMonths(MAX_MONTHS - 1L);
        }
        from = first;
        to = last;
        days = days(known);
        double[] values =
                days.stream()
                        .mapToDouble(day -> day.estimate().value())
                        .filter(value -> !Double.isNaN(value))
                        .sorted()
                        .toArray();
        int cut = (int) (values.length * UNCOMMON);
        domain =
                AxisDomain.covering(
                        formula.measure(),
                        DoubleStream.concat(
                                        Arrays.stream(values, cut, values.length - cut),
                                        DoubleStream.of(threshold))
                                .toArray());
        below = values.length > 0 && values[0] < domain.low();
        above = values.length > 0 && values[values.length - 1] > domain.high();
    }

    private List<Day> days(List<DaySums.Day> known) {
        LocalDate start = from.atDay(1);
        int count = (int) ChronoUnit.DAYS.between(start, to.atEndOfMonth()) + 1;
        var all = new ArrayList<Day>();
        for (int i = 0; i < count; i++) {
            all.add(new Day(start.plusDays(i), null, Estimate.NONE));
        }
        for (DaySums.Day day : known) {
            long place = day.epochDay() - start.toEpochDay();
            if (place >= 0 && place < count) {
                all.set(
                        (int) place,
                        new Day(day.date(), day.totals(), formula.estimate(day.totals())));
            }
        }
        return List.copyOf(all);
    }

    Measure measure() {
        return formula.measure();
    }

    MeasureFormula formula() {
        return formula;
    }

    double threshold() {
        return threshold;
    }

    /** Colours span it. */
    AxisDomain domain() {
        return domain;
    }

    /** Whether days lie below the colours. */
    boolean isBelow() {
        return below;
    }

    /** Whether days lie above the colours. */
    boolean isAbove() {
        return above;
    }

    /** All days of the months shown. */
    List<Day> days() {
        return days;
    }

    YearMonth from() {
        return from;
    }

    int months() {
        return (int) ChronoUnit.MONTHS.between(from, to) + 1;
    }

    boolean isBreach(Day day) {
        return day.isKnown()
                && !Double.isNaN(threshold)
                && measure().isBreach(day.estimate().value(), threshold);
    }

    /** The date of an item or step. */
    public LocalDate date(int item) {
        return days.get(item).date();
    }

    /** The item of a date, or {@link Plot#NONE}. */
    public int itemOf(LocalDate date) {
        long item = ChronoUnit.DAYS.between(days.getFirst().date(), date);
        return item >= 0 && item < days.size() ? (int) item : Plot.NONE;
    }

    @Override
    public String title() {
        String span =
                from.equals(to) ? Dates.month(from) : Dates.month(from) + " to " + Dates.month(to);
        return subject + ": " + measure().shortTitle() + " day by day, " + span;
    }

    /** What a reader must know besides the formula; empty for nothing. */
    String note() {
        return shortened ? " Only " + MAX_MONTHS + " months around the chosen one are shown." : "";
    }

    @Override
    public int steps() {
        return days.size();
    }

    @Override
    public String stepTitle(int step) {
        return Dates.day(date(step));
    }

    @Override
    public double secondsPerStep() {
        return 1.0 / 30;
    }

    @Override
    public Plot at(double position) {
        return new CalendarPlot(this, (int) Math.floor(clamp(position)));
    }

    @Override
    public int itemOfStep(int step) {
        return step;
    }

    @Override
    public FigureTable table(double position) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Day day : days) {
            CallTotals totals = day.totals();
            rows.add(
                    FigureTable.row(
                            day.date().toString(),
                            day.estimate().value(),
                            totals == null ? 0 : totals.calls(),
                            day.estimate().low(),
                            day.estimate().high(),
                            isBreach(day) ? "beyond" : ""));
        }
        return new FigureTable(
                List.of("Day", Columns.named(measure()), "Calls", "95 % from", "to", "Threshold"),
                rows);
    }

    String readout(int item) {
        Day day = days.get(item);
        CallTotals totals = day.totals();
        if (totals == null) {
            return Dates.day(day.date()) + ": no calls.";
        }
        return "%s: %s%s.%s"
                .formatted(
                        Dates.day(day.date()),
                        Columns.sentence(measure(), day.estimate()),
                        String.format(Locale.ROOT, ", %,d calls", totals.calls()),
                        isBreach(day) ? " Beyond the threshold." : "");
    }
}
