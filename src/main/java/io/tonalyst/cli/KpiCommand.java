// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.KpiPoint;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonalyst kpi}: a key figure of an agent, day by day, or of all over many periods. */
@Command(
        name = "kpi",
        mixinStandardHelpOptions = true,
        description =
                "Computes a key figure from a call log with the number of calls, the components and"
                        + " a 95 %% band: of one agent and month day by day, or with --by and"
                        + " --all-agents over many periods, with ranks, control limits and alerts.")
final class KpiCommand implements Callable<Integer> {
    @Mixin private LogOptions log = new LogOptions();

    @Option(
            names = "--agent",
            paramLabel = "ID",
            description = "Number or name of the agent in the log.")
    private @Nullable String agent;

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "Month, such as 2017-01; with --by or --all-agents it may be left out.")
    private @Nullable String month;

    @Option(
            names = "--measure",
            required = true,
            paramLabel = "KEY",
            description =
                    "aht: average handle time in s; fcr: resolution rate in %%; calls: calls"
                            + " handled; angry: share of calls with the imported label anger in"
                            + " %%. With --recordings also angry-measured: share of angry calls in"
                            + " %%; valence: positive minus negative emotion in points;"
                            + " valence-change: its change within the call.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String measure;

    @Option(
            names = "--definition",
            paramLabel = "KEY",
            description =
                    "standard (default): AHT is talk + hold + after-call work; volaphone: AHT is"
                            + " the mean talk time, as in VolaPhone's notebooks.")
    private Optional<String> definition = Optional.empty();

    @Mixin private FilterOptions filters = new FilterOptions();

    @Mixin private RecordingOptions recordings = new RecordingOptions();

    @Mixin private OverviewOptions overview = new OverviewOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var logs = new CallLogs(spec);
        YearMonth when = month == null ? null : logs.month(month);
        Measure what = logs.measure(measure);
        Definition under = logs.definition(definition);
        recordings.check(what, logs);
        Path source = log.source(recordings, logs);
        if (overview.areUsed()) {
            overview.check(agent, what, source, logs);
            return overview(when, what, under, source, logs);
        }
        if (agent == null || when == null) {
            throw logs.usage(
                    "Name an agent and a month by --agent and --month, or ask for more by --by or"
                            + " --all-agents.");
        }
        CallLogImport read = read(source, logs);
        var query =
                new KpiQuery(
                        logs.agent(agent, read.log()),
                        when,
                        what,
                        under,
                        filters.in(read.log(), logs));
        logs.require(query, read);
        logs.tellProblems(read);
        KpiSeries series = KpiSeries.of(read.log(), query);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, KpiDocument.of(read, query, series));
        } else {
            print(series, out);
        }
        return recordings.exitCode();
    }

    private CallLogImport read(Path source, CallLogs logs) throws Exception {
        return recordings.in(
                log.read(filters, filters.dimensions(), logs),
                source,
                logs,
                spec.commandLine().getErr());
    }

    private int overview(
            @Nullable YearMonth when, Measure what, Definition under, Path source, CallLogs logs)
            throws Exception {
        CallLogImport read = read(source, logs);
        OptionalInt one =
                agent == null ? OptionalInt.empty() : OptionalInt.of(logs.agent(agent, read.log()));
        CallFilter filter = filters.in(read.log(), logs);
        logs.tellProblems(read);
        overview.print(
                read, one, when, what, under, filter, json, logs, spec.commandLine().getOut());
        return recordings.exitCode();
    }

    private static void print(KpiSeries series, PrintWriter out) {
        out.println(series.title());
        out.println(series.formula());
        series.notes().forEach(out::println);
        for (KpiPoint point : series.points()) {
            String band =
                    point.estimate().hasBand()
                            ? String.format(Locale.ROOT, "%8.1f to %.1f", point.low(), point.high())
                            : "";
            out.printf(
                    Locale.ROOT,
                    "%s %5d calls %12s %s%n",
                    point.date(),
                    point.calls(),
                    series.measure().format(point.value()),
                    band);
        }
        out.printf(
                Locale.ROOT,
                "%-10s %5d calls %12s%n",
                "month",
                series.measure().counted(series.totals()),
                series.measure().format(series.total().value()));
        series.peerMedian()
                .ifPresent(
                        median ->
                                out.printf(
                                        Locale.ROOT,
                                        "median of %d peers %s%n",
                                        series.peers(),
                                        series.measure().format(median)));
        out.flush();
    }
}
