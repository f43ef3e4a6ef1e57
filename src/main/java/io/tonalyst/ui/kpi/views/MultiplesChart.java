// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.DaySums;
import io.tonalyst.kpi.Estimate;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.MeasureFormula;
import io.tonalyst.kpi.explore.FigureTable;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.kpi.overview.Panel;
import io.tonalyst.ui.kpi.explore.Plot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** A measure of every agent as a small line of its own, all on the same axes, in a chosen order. */
public final class MultiplesChart implements TimedChart {
    /** Lines on a page: more would be too small. */
    public static final int PAGE = 48;

    private final Panel panel;
    private final MeasureFormula formula;
    private final double threshold;
    private final MultiplesOrder order;
    private final int page;
    private final List<Line> lines;
    private final AxisDomain axis;

    /**
     * One agent.
     *
     * @param overall over all periods
     * @param change along the straight line of least squares from the first period to the last, in
     *     the unit of the measure; NaN with fewer than two periods
     * @param spread standard deviation of the periods; NaN with fewer than two
     */
    record Line(
            Panel.Agent agent,
            Track track,
            Estimate overall,
            int calls,
            double change,
            double spread) {}

    /**
     * @param threshold in the unit of the measure; NaN for none
     * @param page from 0; the last is taken for those beyond it
     */
    public MultiplesChart(
            DaySums sums,
            Granularity granularity,
            MeasureFormula formula,
            double threshold,
            MultiplesOrder order,
            int page) {
        this.panel = Panel.of(sums, granularity);
        this.formula = formula;
        this.threshold = threshold;
        this.order = order;
        this.lines =
                panel.agents().stream()
                        .map(agent -> line(agent, formula))
                        .sorted(order.comparator(formula.measure().higherIsWorse()))
                        .toList();
        this.page = Math.clamp(page, 0, pages(lines.size()) - 1);
        this.axis =
                AxisDomain.covering(
                        formula.measure(),
                        DoubleStream.concat(
                                        lines.stream()
                                                .flatMapToDouble(
                                                        l -> Arrays.stream(l.track().values())),
                                        DoubleStream.of(threshold))
                                .toArray());
    }

    private static int pages(int lines) {
        return Math.max(1, (lines + PAGE - 1) / PAGE);
    }

    private static Line line(Panel.Agent agent, MeasureFormula formula) {
        var track = new Track(agent, formula);
        var all = agent.all();
        double[] values = track.values();
        int[] periods = agent.periods();
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                n++;
                sumX += periods[i];
                sumY += values[i];
            }
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                double dx = periods[i] - sumX / n;
                double dy = values[i] - sumY / n;
                xx += dx * dx;
                xy += dx * dy;
                yy += dy * dy;
            }
        }
        boolean known = n > 1;
        double span = known ? periods[periods.length - 1] - (double) periods[0] : 0;
        return new Line(
                agent,
                track,
                formula.estimate(all),
                all.calls(),
                known ? xy / xx * span : Double.NaN,
                known ? Math.sqrt(yy / (n - 1)) : Double.NaN);
    }

    /** The lines of the page. */
    List<Line> shown() {
        return lines.subList(page * PAGE, Math.min(lines.size(), (page + 1) * PAGE));
    }

    /** How many pages there are, at least one. */
    public int pages() {
        return pages(lines.size());
    }

    /** The page shown, from 0. */
    public int page() {
        return page;
    }

    /** The number of the agent of an item. */
    public int agent(int item) {
        return shown().get(item).agent().number();
    }

    /** All lines share it. */
    AxisDomain axis() {
        return axis;
    }

    Panel panel() {
        return panel;
    }

    MeasureFormula formula() {
        return formula;
    }

    double threshold() {
        return threshold;
    }

    boolean isBreach(double value) {
        return !Double.isNaN(threshold) && formula.measure().isBreach(value, threshold);
    }

    @Override
    public String title() {
        String part =
                pages() == 1
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %d to %d of %d agents",
                                page * PAGE + 1,
                                page * PAGE + shown().size(),
                                lines.size());
        return "%s by %s, %s%s"
                .formatted(
                        formula.measure().shortTitle(),
                        panel.granularity().key(),
                        order.title(),
                        part);
    }

    @Override
    public int steps() {
        return panel.periods();
    }

    @Override
    public String stepTitle(int step) {
        return Dates.period(panel.granularity(), panel.first(step));
    }

    @Override
    public double secondsPerStep() {
        return switch (panel.granularity()) {
            case DAY -> 1.0 / 30;
            case WEEK -> 0.15;
            case MONTH -> 0.5;
        };
    }

    @Override
    public Plot at(double position) {
        return new MultiplesPlot(this, clamp(position));
    }

    @Override
    public FigureTable table(double position) {
        Measure measure = formula.measure();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Line line : shown()) {
            double[] values = line.track().values();
            DoubleStream known = Arrays.stream(values).filter(v -> !Double.isNaN(v));
            var span = known.summaryStatistics();
            boolean some = span.getCount() > 0;
            rows.add(
                    FigureTable.row(
                            line.agent().title(),
                            line.overall().value(),
                            line.change(),
                            line.spread(),
                            some ? span.getMin() : Double.NaN,
                            some ? span.getMax() : Double.NaN,
                            line.calls()));
        }
        return new FigureTable(
                List.of(
                        "Agent",
                        Columns.named(measure),
                        "Change along the trend",
                        "Spread",
                        "Lowest",
                        "Highest",
                        "Calls"),
                rows);
    }

    String readout(int item, double position) {
        Line line = shown().get(item);
        int period = (int) Math.floor(position);
        Measure measure = formula.measure();
        String change =
                Double.isNaN(line.change())
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %+,.1f %s along the trend",
                                line.change(),
                                measure.unit());
        double now = line.track().of(period);
        return "Agent %s: %s over all%s; %s%s."
                .formatted(
                        line.agent().title(),
                        Columns.sentence(measure, line.overall()),
                        change,
                        stepTitle(period),
                        Double.isNaN(now) ? ": no figure" : ": " + measure.format(now));
    }
}
