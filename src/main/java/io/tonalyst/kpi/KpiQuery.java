// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * One agent, one month, one measure: what a chart shows.
 *
 * @param filter which of the calls count, of the agent and of the peers
 */
public record KpiQuery(
        int agent, YearMonth month, Measure measure, Definition definition, CallFilter filter) {
    /** A query in which all calls count. */
    public KpiQuery(int agent, YearMonth month, Measure measure, Definition definition) {
        this(agent, month, measure, definition, CallFilter.NONE);
    }

    /** The same query for another measure. */
    public KpiQuery of(Measure other) {
        return new KpiQuery(agent, month, other, definition, filter);
    }

    /** The same query for another agent. */
    public KpiQuery of(int other) {
        return new KpiQuery(other, month, measure, definition, filter);
    }

    /** One sentence on why the log has nothing to show for this, or nothing when it has. */
    public Optional<String> problem(CallLog log) {
        if (!log.hasAgent(agent)) {
            return Optional.of(
                    "Agent %s is not in the call log, which holds %s."
                            .formatted(log.agentCode(agent), agentsOf(log)));
        }
        if (log.calls(agent, month).isEmpty()) {
            var months = log.months(agent);
            return Optional.of(
                    "Agent %s has no calls in %s; the calls of this agent lie between %s and %s."
                            .formatted(
                                    log.agentTitle(agent),
                                    inWords(month),
                                    inWords(months.getFirst()),
                                    inWords(months.getLast())));
        }
        if (!filter.isEmpty() && log.totals(log.calls(agent, month), filter).calls() == 0) {
            return Optional.of(
                    "No call of agent %s in %s passes the filter (%s)."
                            .formatted(log.agentTitle(agent), inWords(month), filter.inWords(log)));
        }
        return Optional.empty();
    }

    /** Such as {@code 5 agents from 14270 to 47590}. */
    public static String agentsOf(CallLog log) {
        int[] agents = log.agents();
        return "%d agents from %s to %s"
                .formatted(
                        agents.length,
                        log.agentCode(agents[0]),
                        log.agentCode(agents[agents.length - 1]));
    }

    /** Such as {@code January 2017}. */
    static String inWords(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                + " "
                + month.getYear();
    }
}
