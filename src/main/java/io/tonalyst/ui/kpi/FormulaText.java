// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.CallTotals;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.KpiSeries;

/** The formula of a series with its figures put in: components, denominator, result, band. */
final class FormulaText {
    private FormulaText() {}

    /** One line for the whole period, and what a reader must know besides. */
    static String of(KpiSeries series) {
        var total = series.total();
        String line =
                "Month: " + components(series) + " = " + series.measure().format(total.value());
        if (total.hasBand()) {
            line +=
                    ", 95 % band "
                            + KpiFormat.oneDecimal(total.low())
                            + " to "
                            + KpiFormat.oneDecimal(total.high())
                            + " "
                            + series.measure().unit();
        }
        line += ".";
        return series.notes().isEmpty() ? line : line + " " + String.join(" ", series.notes());
    }

    private static String components(KpiSeries series) {
        CallTotals totals = series.totals();
        return switch (series.measure()) {
            case AHT -> handleTime(series) + " / " + count(totals.calls(), "calls handled");
            case FCR ->
                    count(totals.resolved(), "resolved by agent")
                            + " / "
                            + count(totals.calls(), "calls handled");
            case CALLS -> count(totals.calls(), "calls handled");
            case ANGRY ->
                    count(totals.angry(), "labelled anger")
                            + " / "
                            + count(totals.labelled(), "labelled calls");
            case ANGRY_MEASURED ->
                    count(totals.measured().angry(), "angry")
                            + " / "
                            + count(totals.measured().calls(), "measured calls");
            case VALENCE ->
                    KpiFormat.whole(totals.measured().valence())
                            + " points / "
                            + count(totals.measured().calls(), "measured calls");
            case VALENCE_CHANGE ->
                    KpiFormat.whole(totals.measured().change())
                            + " points / "
                            + count(totals.measured().changing(), "measured calls");
        };
    }

    private static String handleTime(KpiSeries series) {
        CallTotals totals = series.totals();
        String talk = KpiFormat.whole(totals.talkS()) + " s talk";
        if (series.definition() == Definition.VOLAPHONE) {
            return talk;
        }
        String hold = totals.holdS() > 0 ? " + " + KpiFormat.whole(totals.holdS()) + " s hold" : "";
        return "(" + talk + hold + " + " + KpiFormat.whole(totals.acwS()) + " s after-call work)";
    }

    private static String count(int number, String what) {
        return KpiFormat.whole(number) + " " + what;
    }
}
