// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/** One agent, one month, one measure: what a chart shows. */
public record KpiQuery(int agent, YearMonth month, Measure measure, Definition definition) {

    /** One sentence on why the log has nothing to show for this, or nothing when it has. */
    public Optional<String> problem(CallLog log) {
        if (!log.hasAgent(agent)) {
            int[] agents = log.agents();
            return Optional.of(
                    "Agent %d is not in the call log, which holds %d agents from %d to %d."
                            .formatted(agent, agents.length, agents[0], agents[agents.length - 1]));
        }
        if (log.calls(agent, month).isEmpty()) {
            var months = log.months(agent);
            return Optional.of(
                    "Agent %d has no calls in %s; the calls of this agent lie between %s and %s."
                            .formatted(
                                    agent,
                                    inWords(month),
                                    inWords(months.getFirst()),
                                    inWords(months.getLast())));
        }
        return Optional.empty();
    }

    /** Such as {@code January 2017}. */
    static String inWords(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                + " "
                + month.getYear();
    }
}
