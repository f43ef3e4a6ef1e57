// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.DaySums;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.MeasureFormula;
import java.util.Arrays;
import java.util.List;

/** Makes charts from the sums of a log: the same for the window, pictures and films. */
public final class Charts {
    private Charts() {}

    /** The chart that is asked for; a line is compared with nothing. */
    public static TimedChart of(DaySums sums, ChartRequest request) {
        return switch (request.view()) {
            case LINE, COMPARE -> compare(sums, request);
            case BUBBLES -> new BubbleChart(sums, request.granularity(), request.bubbles());
            case MULTIPLES ->
                    new MultiplesChart(
                            sums,
                            request.granularity(),
                            formula(sums, request),
                            threshold(sums, request),
                            request.order(),
                            request.page());
            case CALENDAR ->
                    new CalendarChart(
                            sums,
                            request.agents().getFirst(),
                            request.month(),
                            formula(sums, request),
                            threshold(sums, request));
        };
    }

    private static MeasureFormula formula(DaySums sums, ChartRequest request) {
        return MeasureFormula.of(
                request.measure(), request.definition(), sums.filter(), sums.log());
    }

    private static CompareChart compare(DaySums sums, ChartRequest request) {
        List<KpiSeries> series =
                request.agents().stream()
                        .distinct()
                        .limit(request.view() == ChartView.LINE ? 1 : CompareChart.MAX_AGENTS)
                        .map(agent -> series(sums, request, agent))
                        .toList();
        double threshold =
                Double.isNaN(request.threshold())
                        ? series.getFirst().defaultThreshold()
                        : request.threshold();
        return new CompareChart(series, threshold);
    }

    private static KpiSeries series(DaySums sums, ChartRequest request, int agent) {
        CallLog log = sums.log();
        return KpiSeries.of(
                log,
                new KpiQuery(
                        agent,
                        request.month(),
                        request.measure(),
                        request.definition(),
                        sums.filter()));
    }

    /**
     * The threshold where none is asked for: that of the VolaPhone charts where they had one, the
     * median of the agents for the handle time; none for other measures.
     */
    private static double threshold(DaySums sums, ChartRequest request) {
        if (!Double.isNaN(request.threshold())) {
            return request.threshold();
        }
        boolean own =
                request.measure() == Measure.AHT && request.definition() == Definition.STANDARD;
        if (!own) {
            return request.measure().referenceThreshold().orElse(Double.NaN);
        }
        MeasureFormula formula = formula(sums, request);
        double[] values =
                sums.agents().stream()
                        .mapToDouble(agent -> formula.estimate(agent.all()).value())
                        .filter(value -> !Double.isNaN(value))
                        .sorted()
                        .toArray();
        return values.length == 0
                ? Double.NaN
                : Math.rint(
                        Arrays.stream(values, (values.length - 1) / 2, values.length / 2 + 1)
                                .average()
                                .orElseThrow());
    }
}
