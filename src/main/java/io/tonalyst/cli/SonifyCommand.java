// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.KpiSeriesReader;
import io.tonalyst.kpi.Measure;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.Signal;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.MidiWriter;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.Synth;
import io.tonalyst.ui.kpi.MotionChartImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonalyst sonify}: the KPIs of an agent and month as notes, MIDI and sound. */
@Command(
        name = "sonify",
        mixinStandardHelpOptions = true,
        description =
                "Makes notes of an agent's daily figures. The figures come from a call log or from"
                        + " a table of days; the notes go to MIDI and WAV files, the chart to PNG.")
final class SonifyCommand implements Callable<Integer> {
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
            paramLabel = "aht|fcr",
            defaultValue = "aht",
            description = "Average handle time or resolution rate (default ${DEFAULT-VALUE}).")
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
            paramLabel = "NAME",
            defaultValue = "precise",
            description =
                    "precise, reference-simple or reference-varied (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String mapping;

    @Mixin private FilterOptions filters = new FilterOptions();

    @Option(names = "--midi", paramLabel = "FILE", description = "Write the notes as MIDI.")
    private @Nullable Path midi;

    @Option(names = "--wav", paramLabel = "FILE", description = "Write the sound as WAV.")
    private @Nullable Path wav;

    @Option(names = "--png", paramLabel = "FILE", description = "Draw the chart as PNG.")
    private @Nullable Path png;

    @Option(names = "--json", description = "Print the notes and what was written as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws CallLogException, RecordingException, IOException {
        var logs = new CallLogs(spec);
        Path input = input(logs);
        Measure what = logs.measure(measure);
        Mapping how = mapping(logs);
        Definition under = definition(logs, what, how);
        checkThreshold(logs, what);
        OutputFiles files = files();
        Optional<String> clash = files.clash(input);
        if (clash.isPresent()) {
            throw logs.usage(clash.get());
        }
        files.requireWritable();
        KpiSeries figures = log == null ? daily(logs, input, what) : ofLog(logs, log, what, under);
        double limit = threshold == null ? figures.defaultThreshold() : threshold;
        var score = SonificationScore.of(figures, limit, how);
        write(score);
        if (png != null) {
            MotionChartImage.write(figures, limit, png);
        }
        var report = SonifyReport.of(score, files.names());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, report);
        } else {
            out.print(report.inWords());
            out.flush();
        }
        return TonalystCommand.OK;
    }

    private Path input(CallLogs logs) {
        if (log != null && series == null) {
            if (agent == null || month == null) {
                throw logs.usage(
                        "With --log, name the agent with --agent and the month with --month.");
            }
            return log;
        }
        if (series != null && log == null) {
            if (agent != null || month != null) {
                throw logs.usage(
                        "--agent and --month choose from a --log; a --series is of one agent.");
            }
            return series;
        }
        throw logs.usage(
                log == null
                        ? "Name the figures: a call log with --log or a table of days with --series."
                        : "Give either --log or --series, not both.");
    }

    private Mapping mapping(CallLogs logs) {
        return Mapping.ofKey(mapping)
                .orElseThrow(
                        () ->
                                logs.usage(
                                        "--mapping is one of %s, not '%s'."
                                                .formatted(mappings(), mapping)));
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
        if (what.referenceThreshold().isEmpty()) {
            throw logs.usage("--measure is aht or fcr, not '%s'.".formatted(measure));
        }
        if (threshold != null) {
            Optional<String> problem = what.thresholdProblem(threshold);
            if (problem.isPresent()) {
                throw logs.usage(problem.get());
            }
        }
    }

    private OutputFiles files() {
        var files = new OutputFiles();
        if (midi != null) {
            files.add("--midi", midi);
        }
        if (wav != null) {
            files.add("--wav", wav);
        }
        if (png != null) {
            files.add("--png", png);
        }
        return files;
    }

    private KpiSeries ofLog(CallLogs logs, Path file, Measure what, Definition under)
            throws CallLogException {
        YearMonth when = logs.month(Objects.requireNonNull(month));
        CallLogImport imported = logs.read(file, logMapping);
        var query =
                new KpiQuery(
                        logs.agent(Objects.requireNonNull(agent), imported.log()),
                        when,
                        what,
                        under,
                        filters.in(imported.log(), logs));
        logs.require(query, imported);
        logs.tellProblems(imported);
        return KpiSeries.of(imported.log(), query);
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

    private void write(SonificationScore score) throws RecordingException, IOException {
        if (midi != null) {
            try {
                MidiWriter.write(score, midi);
            } catch (IOException e) {
                throw new IOException(
                        midi + " could not be written: check that there is room for it.", e);
            }
        }
        if (wav != null) {
            new WavWriter().write(wav, Signal.of(new Synth().render(score)));
        }
    }

    private static String mappings() {
        return Mapping.all().stream().map(Mapping::key).collect(Collectors.joining(", "));
    }
}
