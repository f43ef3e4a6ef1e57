// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.kpi.CallTotals;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Estimate;
import io.tonalyst.kpi.KpiPoint;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Series of January 2017 for the tests: the first is a Sunday, the month has 31 days. */
final class Months {
    static final YearMonth MONTH = YearMonth.of(2017, 1);

    /** Calls of each day: enough for the full volume. */
    static final int CALLS = 12;

    private Months() {}

    /**
     * @param values of the first days; NaN for a day without calls
     */
    static KpiSeries of(Measure measure, double... values) {
        return withCalls(CALLS, measure, values);
    }

    static KpiSeries withCalls(int calls, Measure measure, double... values) {
        var points = new ArrayList<KpiPoint>();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                var estimate = new Estimate(values[i], Double.NaN, Double.NaN, Double.NaN);
                var totals = new CallTotals(calls, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
                points.add(new KpiPoint(MONTH.atDay(i + 1), estimate, totals));
            }
        }
        return new KpiSeries(
                "Agent 32400",
                measure,
                Definition.VOLAPHONE,
                MONTH.atDay(1),
                MONTH.atEndOfMonth(),
                points,
                Estimate.NONE,
                CallTotals.NONE,
                "formula",
                "denominator",
                List.of(),
                OptionalDouble.empty(),
                0);
    }
}
