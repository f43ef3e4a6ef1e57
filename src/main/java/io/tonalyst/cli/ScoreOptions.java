// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.KpiSeriesReader;
import io.tonalyst.kpi.Measure;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.SoundMappingException;
import io.tonalyst.sonify.SoundMappingStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that choose figures and how they sound, for the commands that make a score. */
final class ScoreOptions {
    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Call log of a known kind; needs --agent and --month.")
    private @Nullable Path log;

    @Option(
            names = "--log-mapping",
            paramLabel = "NAME|FILE",
            description =
                    "What the columns of the log mean: a preset, a saved mapping or a file with"
                            + " one (default: recognised).")
    private @Nullable String logMapping;

    @Option(
            names = "--series",
            paramLabel = "CSV",
            description =
                    "Table of days in place of a log, with the columns date, calls,"
                            + " resolved_by_agent, mean_talk_time_s.")
    private @Nullable Path series;

    @Option(
            names = "--agent",
            paramLabel = "A",
            description = "Number or name of the agent in the log.")
    private @Nullable String agent;

    @Option(names = "--month", paramLabel = "M", description = "Month, such as 2017-01.")
    private @Nullable String month;

    @Option(
            names = "--measure",
            paramLabel = "KEY",
            defaultValue = "aht",
            description =
                    "aht: average handle time; fcr: resolution rate; with --recordings also"
                            + " angry-measured, valence or valence-change (default"
                            + " ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String measure;

    @Option(
            names = "--definition",
            paramLabel = "standard|volaphone",
            description =
                    "Definition of the AHT (default: standard; volaphone, the mean talk time, with"
                            + " --series and the reference mappings).")
    private Optional<String> definition = Optional.empty();

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description =
                    "In seconds or percent (default: 75 %% for fcr, 900 s for the volaphone aht,"
                            + " the median of the other agents for the standard aht).")
    private @Nullable Double threshold;

    @Option(
            names = "--mapping",
            paramLabel = "NAME|FILE",
            defaultValue = "precise",
            description =
                    "How it sounds: precise, musical, concern, reference-simple, reference-varied,"
                            + " a saved mapping or a file with one (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String mapping;

    @Mixin private DatabaseOptions database = new DatabaseOptions();

    @Mixin private FilterOptions filters = new FilterOptions();

    @Mixin private RecordingOptions recordings = new RecordingOptions();

    /**
     * What was chosen.
     *
     * @param all series that are heard, that of the agent first
     * @param threshold in the unit of the measure
     */
    record Chosen(List<KpiSeries> all, double threshold, SonificationScore score) {
        /** That of the agent. */
        KpiSeries series() {
            return all.getFirst();
        }
    }

    /**
     * Reads the figures and makes the score, once everything that can be wrong with the options has
     * been looked at.
     *
     * @param beside other agents of the log, heard together with the agent
     * @param files that will be written; none may be the input, and each must be writable
     * @param err where to tell what came of joining recordings
     * @throws CallLogException with one sentence, if the figures cannot be read
     * @throws java.io.IOException with one sentence, if a file cannot be written
     */
    Chosen choose(CallLogs logs, List<String> beside, OutputFiles files, PrintWriter err)
            throws Exception {
        if (beside.size() >= SonificationScore.MAX_SERIES
                || (series != null && !beside.isEmpty())) {
            throw logs.usage("--beside names at most two agents of a --log.");
        }
        Path input = input(logs);
        Measure what = logs.measure(measure);
        Mapping how = mapping(logs);
        Definition under = definition(logs, what, how);
        checkThreshold(logs, what);
        Optional<String> clash = files.clash(input);
        if (clash.isPresent()) {
            throw logs.usage(clash.get());
        }
        files.requireWritable();
        List<KpiSeries> figures =
                series != null
                        ? List.of(daily(logs, input, what))
                        : ofLog(logs, beside, what, under, err);
        double limit = threshold == null ? figures.getFirst().defaultThreshold() : threshold;
        return new Chosen(figures, limit, SonificationScore.comparing(figures, limit, how));
    }

    private Path input(CallLogs logs) {
        boolean ofLog = log != null || database.areUsed();
        if (ofLog && series == null) {
            database.check(recordings, logs);
            Path source = database.source(log, logs);
            if (agent == null || month == null) {
                throw logs.usage(
                        "With --log, name the agent with --agent and the month with --month.");
            }
            return source;
        }
        if (series != null && !ofLog) {
            if (agent != null || month != null) {
                throw logs.usage(
                        "--agent and --month choose from a --log; a --series is of one agent.");
            }
            return series;
        }
        throw logs.usage(
                !ofLog
                        ? "Name the figures: a call log with --log or a table of days with --series."
                        : "Give either --log or --series, not both.");
    }

    private Mapping mapping(CallLogs logs) {
        try {
            return SoundMappingStore.ofUser().find(mapping);
        } catch (SoundMappingException e) {
            throw logs.usage("--mapping: " + e.getMessage());
        }
    }

    private Definition definition(CallLogs logs, Measure what, Mapping how) {
        boolean talkOnly = series != null || how.isReference();
        if (definition.isEmpty()) {
            return talkOnly ? Definition.VOLAPHONE : Definition.STANDARD;
        }
        Definition asked = logs.definition(definition);
        if (series != null && what == Measure.AHT && asked != Definition.VOLAPHONE) {
            throw logs.usage("A --series holds talk times only: its definition is volaphone.");
        }
        return asked;
    }

    private void checkThreshold(CallLogs logs, Measure what) {
        if (what.referenceThreshold().isEmpty() && !what.isMeasured()) {
            throw logs.usage(
                    "--measure is aht, fcr, angry-measured, valence or valence-change, not '%s'."
                            .formatted(measure));
        }
        if (series != null && (what.isMeasured() || recordings.areUsed())) {
            throw logs.usage("Recordings are joined to a --log; a --series has no calls.");
        }
        recordings.check(what, logs);
        if (threshold != null) {
            Optional<String> problem = what.thresholdProblem(threshold);
            if (problem.isPresent()) {
                throw logs.usage(problem.get());
            }
        }
    }

    private List<KpiSeries> ofLog(
            CallLogs logs, List<String> beside, Measure what, Definition under, PrintWriter err)
            throws Exception {
        YearMonth when = logs.month(Objects.requireNonNull(month));
        CallLogImport imported =
                recordings.in(
                        database.read(log, logMapping, filters, filters.dimensions(), logs),
                        database.source(log, logs),
                        logs,
                        err);
        var query =
                new KpiQuery(
                        logs.agent(Objects.requireNonNull(agent), imported.log()),
                        when,
                        what,
                        under,
                        filters.in(imported.log(), logs));
        List<KpiQuery> queries = new ArrayList<>(List.of(query));
        for (String other : beside) {
            queries.add(query.of(logs.agent(other, imported.log())));
        }
        for (KpiQuery one : queries) {
            logs.require(one, imported);
        }
        logs.tellProblems(imported);
        return queries.stream().distinct().map(one -> KpiSeries.of(imported.log(), one)).toList();
    }

    private static KpiSeries daily(CallLogs logs, Path file, Measure what) throws CallLogException {
        logs.requireFile("--series", file);
        KpiSeries figures = KpiSeriesReader.read(file, what);
        if (figures.days() > SonificationScore.MAX_DAYS) {
            throw new CallLogException(
                    "%s runs from %s to %s; a score may have %d days."
                            .formatted(
                                    file,
                                    figures.first(),
                                    figures.last(),
                                    SonificationScore.MAX_DAYS));
        }
        return figures;
    }
}
