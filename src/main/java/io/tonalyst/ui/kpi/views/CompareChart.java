// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.Estimate;
import io.tonalyst.kpi.KpiPoint;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.explore.FigureTable;
import io.tonalyst.ui.kpi.explore.Plot;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A month of up to three agents on one axis. Its steps are the days of the month and its items too.
 */
public final class CompareChart implements TimedChart {
    /** More lines than that cannot be followed by eye or ear. */
    public static final int MAX_AGENTS = 3;

    private final List<KpiSeries> series;
    private final double threshold;
    private final AxisDomain axis;

    /**
     * @param series one to {@value #MAX_AGENTS}, of the same measure, definition and month
     * @param threshold in the unit of the measure
     */
    public CompareChart(List<KpiSeries> series, double threshold) {
        if (series.isEmpty() || series.size() > MAX_AGENTS) {
            throw new IllegalArgumentException(
                    "One to " + MAX_AGENTS + " agents can be compared, not " + series.size());
        }
        this.series = List.copyOf(series);
        this.threshold = threshold;
        this.axis = AxisDomain.covering(series, threshold);
    }

    /** The series, in the order of their seats. */
    public List<KpiSeries> series() {
        return series;
    }

    /** The threshold, in the unit of the measure. */
    public double limit() {
        return threshold;
    }

    Measure measure() {
        return series.getFirst().measure();
    }

    double threshold() {
        return threshold;
    }

    AxisDomain axis() {
        return axis;
    }

    /** The date of an item or step. */
    public LocalDate date(int day) {
        return series.getFirst().first().plusDays(day);
    }

    /** The figure of a day; NaN on a day without calls. */
    double value(int line, int day) {
        return estimate(line, day).value();
    }

    private Estimate estimate(int line, int day) {
        return series.get(line).point(date(day)).map(KpiPoint::estimate).orElse(Estimate.NONE);
    }

    @Override
    public String title() {
        String subjects =
                series.stream()
                        .map(s -> s.subject().replace("Agent ", ""))
                        .collect(Collectors.joining(", "));
        return "%s %s, %s, %s"
                .formatted(
                        series.size() == 1 ? "Agent" : "Agents",
                        subjects,
                        Dates.month(YearMonth.from(date(0))),
                        measure().shortTitle());
    }

    @Override
    public int steps() {
        return series.getFirst().days();
    }

    @Override
    public String stepTitle(int step) {
        return Dates.day(date(step));
    }

    @Override
    public double secondsPerStep() {
        return 0.25;
    }

    @Override
    public Plot at(double position) {
        return new ComparePlot(this, clamp(position));
    }

    @Override
    public int itemOfStep(int step) {
        return step;
    }

    @Override
    public FigureTable table(double position) {
        var columns = new ArrayList<String>(List.of("Day"));
        for (KpiSeries one : series) {
            String name = one.subject().replace("Agent ", "");
            columns.add(name + ": " + Columns.named(measure()));
            columns.add(name + ": calls");
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int day = 0; day < steps(); day++) {
            LocalDate date = date(day);
            var row = new ArrayList<@Nullable Object>(List.of(date.toString()));
            for (KpiSeries one : series) {
                KpiPoint point = one.point(date).orElse(null);
                row.add(point == null ? null : (Object) point.value());
                row.add(point == null ? (Object) 0 : (Object) point.calls());
            }
            rows.add(row);
        }
        return new FigureTable(columns, rows);
    }

    String readout(int item) {
        List<String> parts = new ArrayList<>();
        for (int line = 0; line < series.size(); line++) {
            double value = value(line, item);
            String breach =
                    !Double.isNaN(value) && measure().isBreach(value, threshold)
                            ? ", beyond the threshold"
                            : "";
            parts.add(
                    series.get(line).subject().replace("Agent ", "")
                            + " "
                            + (Double.isNaN(value)
                                    ? "no calls"
                                    : measure().format(value) + breach));
        }
        return stepTitle(item) + ": " + String.join("; ", parts) + ".";
    }
}
