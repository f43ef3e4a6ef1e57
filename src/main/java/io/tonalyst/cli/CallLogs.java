// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.RejectedRows;
import io.tonalyst.kpi.source.ColumnMapping;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.source.UnknownLogException;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the commands about call logs have in common: options checked, each in one sentence. */
final class CallLogs {
    private final CommandSpec spec;

    CallLogs(CommandSpec spec) {
        this.spec = spec;
    }

    /**
     * Reads a log of any known kind.
     *
     * @param mapping name or file of a mapping; null to recognise the log
     * @throws ParameterException if there is no such file or mapping
     */
    CallLogImport read(Path file, @Nullable String mapping) throws CallLogException {
        requireFile("--log", file);
        var store = MappingStore.ofUser();
        var opener = new LogOpener(store);
        var cancel = new CancelToken();
        if (mapping != null) {
            return opener.open(
                    file, mapping(mapping, store), RejectedRows.NONE, cancel, ProgressSink.NONE);
        }
        try {
            return opener.open(file, cancel, ProgressSink.NONE);
        } catch (UnknownLogException e) {
            throw new CallLogException(
                    e.getMessage() + " Look at it with tonalyst import --preview.", e);
        }
    }

    /** The mapping of a name or file. */
    ColumnMapping mapping(String name, MappingStore store) {
        try {
            return store.find(name);
        } catch (CallLogException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    /** Says on the error stream how many rows were left out and why, if any were. */
    void tellProblems(CallLogImport read) {
        if (read.problemCount() > 0) {
            spec.commandLine().getErr().println("tonalyst: " + read.summary());
        }
    }

    void requireFile(String option, Path file) {
        if (!Files.exists(file)) {
            throw usage("There is no file %s for %s.".formatted(file, option));
        }
    }

    /** Makes sure that the log has something to show. */
    void require(KpiQuery query, CallLogImport read) {
        query.problem(read.log())
                .ifPresent(
                        sentence -> {
                            throw usage(sentence);
                        });
    }

    /** The number that stands for an agent of the log. */
    int agent(String text, CallLog log) {
        return log.agent(text)
                .orElseThrow(
                        () ->
                                usage(
                                        "Agent %s is not in the call log, which holds %s."
                                                .formatted(text, KpiQuery.agentsOf(log))));
    }

    YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw usage("--month is a year and a month such as 2017-01, not '%s'.".formatted(text));
        }
    }

    Measure measure(String text) {
        return Measure.ofKey(text)
                .orElseThrow(
                        () ->
                                unknown(
                                        "--measure",
                                        text,
                                        Arrays.stream(Measure.values()).map(Measure::key)));
    }

    /** The definition named, the standard one when none is. */
    Definition definition(Optional<String> text) {
        return text.map(
                        key ->
                                Definition.ofKey(key)
                                        .orElseThrow(
                                                () ->
                                                        unknown(
                                                                "--definition",
                                                                key,
                                                                Arrays.stream(Definition.values())
                                                                        .map(Definition::key))))
                .orElse(Definition.STANDARD);
    }

    ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private ParameterException unknown(String option, String text, Stream<String> keys) {
        return usage(
                "%s is one of %s, not '%s'."
                        .formatted(option, keys.collect(Collectors.joining(", ")), text));
    }
}
