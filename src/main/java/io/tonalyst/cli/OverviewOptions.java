// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.kpi.overview.Overview;
import io.tonalyst.kpi.overview.OverviewQuery;
import io.tonalyst.kpi.overview.OverviewTables;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code tonalyst kpi} for several periods or agents, and what they print. */
final class OverviewOptions {
    @Option(
            names = "--all-agents",
            description = "All agents, ranked, with their trends and scorecards.")
    private boolean allAgents;

    @Option(
            names = "--by",
            paramLabel = "PERIOD",
            description =
                    "day, week (ISO) or month: one agent or all over all periods of the log, with"
                            + " control limits and alerts (default with --all-agents: month).")
    private @Nullable String by;

    @Option(
            names = "--target",
            paramLabel = "VALUE",
            description =
                    "Target in the unit of the measure; a figure misses it when its whole 95 %%"
                            + " band lies on the bad side (default: of the VolaPhone charts, or the"
                            + " median of the agents).")
    private @Nullable Double target;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write all periods as CSV.")
    private @Nullable Path csv;

    /** Whether any of these is asked for. */
    boolean areUsed() {
        return allAgents || by != null || target != null || csv != null;
    }

    /** Makes sure that the options fit together and the file can be written. */
    void check(@Nullable String agent, Measure measure, Path log, CallLogs logs)
            throws IOException {
        if (allAgents == (agent != null)) {
            throw logs.usage("Name one agent by --agent, or ask for all by --all-agents.");
        }
        granularity(logs);
        if (target != null) {
            measure.thresholdProblem(target)
                    .ifPresent(
                            sentence -> {
                                throw logs.usage(sentence);
                            });
        }
        var files = new OutputFiles();
        files.add("--csv", csv);
        files.require(log, logs);
    }

    private Granularity granularity(CallLogs logs) {
        String key = by == null ? "month" : by;
        return Granularity.ofKey(key)
                .orElseThrow(
                        () -> logs.usage("--by is day, week or month, not '%s'.".formatted(key)));
    }

    /** Prints the figures. */
    void print(
            CallLogImport read,
            OptionalInt agent,
            @Nullable YearMonth month,
            Measure measure,
            Definition definition,
            CallFilter filter,
            boolean json,
            CallLogs logs,
            PrintWriter out)
            throws IOException {
        var query =
                new OverviewQuery(
                        measure,
                        definition,
                        month == null ? filter : within(filter, month),
                        granularity(logs),
                        target == null ? OptionalDouble.empty() : OptionalDouble.of(target));
        CallLog log = read.log();
        Overview made = Overview.of(log, query);
        List<Overview.Agent> agents =
                agent.isEmpty()
                        ? made.agents()
                        : made.agents().stream()
                                .filter(a -> a.code().equals(log.agentCode(agent.getAsInt())))
                                .toList();
        if (agents.isEmpty()) {
            throw logs.usage(
                    "No call passes the filter (%s).".formatted(query.filter().inWords(log)));
        }
        if (json) {
            Json.write(out, OverviewDocument.of(read, made, agents));
        } else {
            print(made, agents, out);
        }
        if (csv != null) {
            OverviewTables.allPeriods(
                            new Overview(
                                    made.query(),
                                    made.formula(),
                                    made.target(),
                                    made.targetText(),
                                    agents))
                    .writeCsv(csv);
        }
    }

    /** The days of a month that a filter lets count. */
    private static CallFilter within(CallFilter filter, YearMonth month) {
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        return filter.between(
                from == null || from.isBefore(first) ? first : from,
                to == null || to.isAfter(last) ? last : to);
    }

    private static void print(Overview made, List<Overview.Agent> agents, PrintWriter out) {
        Measure measure = made.query().measure();
        out.println(measure.title() + " by " + made.query().granularity().key());
        out.println(made.formula().text());
        made.formula().notes().forEach(out::println);
        out.printf(
                Locale.ROOT,
                "Target %s, %s. %s%n",
                measure.format(made.target()),
                made.targetText(),
                made.limitsText());
        if (agents.size() == made.agents().size() && agents.size() > 1) {
            TextColumns.print(OverviewTables.ranking(made), out);
        } else {
            for (Overview.Agent agent : agents) {
                out.println("Agent " + agent.title());
                TextColumns.print(OverviewTables.scorecard(agent), out);
                out.println();
                TextColumns.print(OverviewTables.periods(agent), out);
            }
        }
        out.flush();
    }
}
