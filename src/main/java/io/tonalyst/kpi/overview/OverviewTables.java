// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.overview;

import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.explore.FigureTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An {@link Overview} in rows, for tables on screen and files. */
public final class OverviewTables {
    private OverviewTables() {}

    /** All agents, best first. */
    public static FigureTable ranking(Overview overview) {
        Measure measure = overview.query().measure();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Overview.Agent agent : overview.agents()) {
            Standing standing = agent.standing();
            rows.add(
                    FigureTable.row(
                            agent.title(),
                            standing.rank() == 0 ? null : (Integer) standing.rank(),
                            number(measure, standing.estimate().value()),
                            standing.estimate().low(),
                            standing.estimate().high(),
                            measure.counted(standing.totals()),
                            number(measure, standing.peerMedian()),
                            standing.verdict().title(),
                            agent.missesTarget() ? "missed" : "",
                            agent.trend().alerts()));
        }
        return new FigureTable(
                List.of(
                        "Agent",
                        "Rank",
                        named(measure),
                        "95 % from",
                        "to",
                        "Calls",
                        "Peers' median",
                        "Against peers",
                        "Target",
                        "Alerts"),
                rows);
    }

    /** The periods of one agent. */
    public static FigureTable periods(Overview.Agent agent) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Trend.Point point : agent.trend().points()) {
            rows.add(
                    FigureTable.row(
                            point.label(),
                            number(agent.trend().measure(), point.value()),
                            agent.trend().measure().counted(point.totals()),
                            signals(point),
                            point.estimate().low(),
                            point.estimate().high(),
                            point.low(),
                            point.high()));
        }
        return new FigureTable(
                List.of(
                        "Period",
                        named(agent.trend().measure()),
                        "Calls",
                        "Signals",
                        "95 % from",
                        "to",
                        "Limits from",
                        "to"),
                rows);
    }

    /** All measures of one agent. */
    public static FigureTable scorecard(Overview.Agent agent) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Standing standing : agent.scorecard()) {
            Measure measure = standing.measure();
            rows.add(
                    FigureTable.row(
                            named(measure),
                            number(measure, standing.estimate().value()),
                            standing.rank() == 0 ? null : standing.rank() + " of " + standing.of(),
                            standing.verdict().title(),
                            number(measure, standing.peerMedian()),
                            standing.estimate().low(),
                            standing.estimate().high()));
        }
        return new FigureTable(
                List.of(
                        "Measure",
                        "Value",
                        "Rank",
                        "Against peers",
                        "Peers' median",
                        "95 % from",
                        "to"),
                rows);
    }

    /** All periods of all agents, for files. */
    public static FigureTable allPeriods(Overview overview) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Overview.Agent agent : overview.agents()) {
            for (List<@Nullable Object> row : periods(agent).rows()) {
                var longer = new ArrayList<@Nullable Object>(List.of(agent.code()));
                longer.addAll(row);
                rows.add(longer);
            }
        }
        var columns = new ArrayList<String>(List.of("Agent"));
        columns.addAll(
                List.of(
                        "Period",
                        named(overview.query().measure()),
                        "Calls",
                        "Signals",
                        "95 % from",
                        "95 % to",
                        "Limits from",
                        "Limits to"));
        return new FigureTable(columns, rows);
    }

    /** Calls are whole numbers, but the median of two may lie between them. */
    private static Object number(Measure measure, double value) {
        return measure == Measure.CALLS && value == Math.rint(value)
                ? (Object) (long) value
                : (Object) value;
    }

    private static String named(Measure measure) {
        return measure == Measure.CALLS
                ? "Calls handled"
                : measure.shortTitle() + ", " + measure.unit();
    }

    private static String signals(Trend.Point point) {
        return point.signals().stream().map(Signal::title).collect(Collectors.joining("; "));
    }
}
