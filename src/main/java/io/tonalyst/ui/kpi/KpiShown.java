// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.signal.PcmSource;
import io.tonalyst.sonify.SonificationScore;

/**
 * A month of an agent, ready to be seen and heard.
 *
 * @param request what it answers, its threshold settled
 * @param series the daily figures
 * @param summary figures of the whole month
 * @param score all its notes
 * @param sound the score as sound, without the voices that are to be silent
 * @param legend the audible legend: the ends of the axis and the threshold
 */
public record KpiShown(
        KpiRequest request,
        KpiSeries series,
        MonthSummary summary,
        SonificationScore score,
        PcmSource sound,
        PcmSource legend) {
    /** Whether both are of the same agent and month, whatever the measure. */
    public boolean isSameMonthAs(KpiShown other) {
        KpiQuery mine = request.query();
        KpiQuery theirs = other.request.query();
        return mine.agent() == theirs.agent() && mine.month().equals(theirs.month());
    }

    /** The chart with the whole month drawn. */
    public MotionFrame frame() {
        return MotionFrame.whole(series, request.threshold());
    }
}
