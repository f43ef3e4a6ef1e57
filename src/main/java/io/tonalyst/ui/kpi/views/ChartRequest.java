// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.overview.Granularity;
import java.time.YearMonth;
import java.util.List;

/**
 * What a chart is to show; each view takes what it needs.
 *
 * @param agents numbers in the log, the first the one that is chosen, then those compared with it
 * @param month that is shown or, in the calendar, shown in any case
 * @param threshold in the unit of the measure; NaN for the default
 * @param granularity length of the periods of bubbles and small multiples
 * @param order of the small multiples
 * @param page of the small multiples, from 0
 */
public record ChartRequest(
        ChartView view,
        List<Integer> agents,
        YearMonth month,
        Measure measure,
        Definition definition,
        double threshold,
        Granularity granularity,
        BubbleSpec bubbles,
        MultiplesOrder order,
        int page) {
    public ChartRequest {
        agents = List.copyOf(agents);
    }
}
