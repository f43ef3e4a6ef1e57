// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.explore.Answer;
import io.tonalyst.kpi.explore.Figure;
import io.tonalyst.kpi.explore.Question;
import io.tonalyst.ui.kpi.explore.PlotImage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonalyst explore}: questions to a whole call log. */
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        description = {
            "Compares groups of calls and shows how durations are spread, over a whole call log or"
                    + " the calls that pass a filter.",
            "Without --figure and --by it answers all usual questions that the log can answer."
        })
final class ExploreCommand implements Callable<Integer> {
    @Mixin private LogOptions log = new LogOptions();

    @Option(
            names = "--figure",
            paramLabel = "KEY",
            description =
                    "calls, handle, talk, hold, work (after the call), wait, resolution, angry,"
                            + " rating, or with --recordings angry-measured or valence. A duration without --by gives its distribution.")
    private @Nullable String figure;

    @Option(
            names = "--by",
            paramLabel = "KEY",
            description =
                    "Group by agent, team, queue, type, plan, outcome, emotion (the imported"
                            + " label) or measured.")
    private @Nullable String by;

    @Mixin private FilterOptions filters = new FilterOptions();

    @Mixin private RecordingOptions recordings = new RecordingOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write the figures of one question as CSV.")
    private @Nullable Path csv;

    @Option(
            names = "--png",
            paramLabel = "FILE",
            description = "Draw the chart of one question as PNG.")
    private @Nullable Path png;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var logs = new CallLogs(spec);
        Question one = figure == null && by == null ? null : question(logs);
        if (one == null && (csv != null || png != null)) {
            throw logs.usage("--csv and --png write one question: name it by --figure or --by.");
        }
        recordings.check(Measure.CALLS, logs);
        Path source = log.source(recordings, logs);
        var files = new OutputFiles();
        files.add("--csv", csv);
        files.add("--png", png);
        files.require(source, logs);
        CallLogImport read =
                recordings.in(
                        log.read(filters, apart(one), logs),
                        source,
                        logs,
                        spec.commandLine().getErr());
        CallLog calls = read.log();
        CallFilter filter = filters.in(calls, logs);
        logs.tellProblems(read);
        if (one != null && !Question.canAnswer(one, calls)) {
            throw logs.usage(
                    "The call log does not record what is needed for: %s.".formatted(one.title()));
        }
        List<Question> questions = one == null ? Question.of(calls) : List.of(one);
        List<Answer> answers = questions.stream().map(q -> q.answer(calls, filter)).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, ExploreDocument.of(read, filter, answers));
        } else {
            answers.forEach(answer -> print(answer, out));
            out.flush();
        }
        if (csv != null) {
            answers.getFirst().table().writeCsv(csv);
        }
        if (png != null) {
            PlotImage.write(answers.getFirst(), png);
        }
        return recordings.exitCode();
    }

    /** What calls must be told apart by to answer the question; null for all. */
    private @Nullable Set<CallDimension> apart(@Nullable Question one) {
        if (one == null) {
            return null;
        }
        var apart = new HashSet<>(filters.dimensions());
        if (one instanceof Question.Compare compare) {
            apart.add(compare.by());
        }
        return apart;
    }

    private Question question(CallLogs logs) {
        Figure what =
                figure == null
                        ? Figure.CALLS
                        : Figure.ofKey(figure)
                                .orElseThrow(
                                        () ->
                                                logs.usage(
                                                        "--figure is one of %s, not '%s'."
                                                                .formatted(figures(), figure)));
        if (by == null) {
            if (what.kind() != Figure.Kind.DURATION) {
                throw logs.usage("--figure %s needs --by.".formatted(what.key()));
            }
            return new Question.Spread(what);
        }
        return new Question.Compare(
                what,
                CallDimension.ofKey(by)
                        .orElseThrow(
                                () ->
                                        logs.usage(
                                                "--by is one of %s, not '%s'."
                                                        .formatted(dimensions(), by))));
    }

    private static String figures() {
        return Arrays.stream(Figure.values()).map(Figure::key).collect(Collectors.joining(", "));
    }

    private static String dimensions() {
        return Arrays.stream(CallDimension.values())
                .map(CallDimension::key)
                .collect(Collectors.joining(", "));
    }

    private static void print(Answer answer, PrintWriter out) {
        out.println(answer.title());
        out.println("  " + answer.formula());
        answer.notes().forEach(note -> out.println("  " + note));
        if (answer instanceof Answer.Spread spread) {
            out.println("  " + spread.distribution().sentence());
        }
        TextColumns.print(answer.table(), out);
        out.println();
    }
}
