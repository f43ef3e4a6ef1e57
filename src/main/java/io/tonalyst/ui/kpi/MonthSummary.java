// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.Estimate;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;

/**
 * The figures of one agent and one month, for the tiles.
 *
 * @param aht average handle time in seconds
 * @param fcr resolution rate in percent
 * @param angry share with the imported label anger, in percent; NaN where there are no labels
 * @param angryMeasured share of the measured calls in which anger prevails, in percent
 * @param measured calls with a measured emotion
 * @param calls calls handled
 * @param days days with calls
 */
public record MonthSummary(
        Estimate aht,
        Estimate fcr,
        Estimate angry,
        Estimate angryMeasured,
        int measured,
        int calls,
        int days) {
    /** The figures of the agent and month of a query, by its definition. */
    public static MonthSummary of(CallLog log, KpiQuery query) {
        KpiSeries calls = series(log, query, Measure.CALLS);
        return new MonthSummary(
                series(log, query, Measure.AHT).total(),
                series(log, query, Measure.FCR).total(),
                series(log, query, Measure.ANGRY).total(),
                series(log, query, Measure.ANGRY_MEASURED).total(),
                calls.totals().measured().calls(),
                calls.totals().calls(),
                calls.points().size());
    }

    private static KpiSeries series(CallLog log, KpiQuery query, Measure measure) {
        return KpiSeries.of(log, query.of(measure));
    }
}
