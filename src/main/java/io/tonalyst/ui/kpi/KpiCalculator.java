// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.Synth;
import io.tonalyst.work.CancelToken;
import java.util.List;

/**
 * Makes what the workspace shows and sounds out of a call log and a choice. Safe between threads.
 */
public final class KpiCalculator {
    private final Synth synth;

    public KpiCalculator(Synth synth) {
        this.synth = synth;
    }

    /**
     * Computes a month. Takes some milliseconds, most of them for the sound.
     *
     * @param asked must have calls, see {@link io.tonalyst.kpi.KpiQuery#problem}
     */
    public KpiShown compute(CallLog log, KpiRequest asked, CancelToken cancel) {
        List<KpiSeries> heard =
                asked.queries().stream().map(query -> KpiSeries.of(log, query)).toList();
        KpiSeries series = heard.getFirst();
        cancel.throwIfCancelled();
        var request =
                Double.isNaN(asked.threshold())
                        ? asked.withThreshold(series.defaultThreshold())
                        : asked;
        var score =
                SonificationScore.comparing(heard, request.threshold(), request.mapping())
                        .atSpeed(request.speed());
        var sound = synth.render(score.without(request.silent()));
        cancel.throwIfCancelled();
        return new KpiShown(
                request,
                series,
                MonthSummary.of(log, request.query()),
                score,
                sound,
                synth.render(score.legend()));
    }
}
