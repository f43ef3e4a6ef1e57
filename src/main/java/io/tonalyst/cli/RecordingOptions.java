// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.emotion.ModelLocator;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.join.AnalysedRecording;
import io.tonalyst.join.JoinRule;
import io.tonalyst.join.JoinedLog;
import io.tonalyst.join.RecordingJoin;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.Measure;
import io.tonalyst.library.KeptResults;
import io.tonalyst.library.ModelKey;
import io.tonalyst.library.NamePattern;
import io.tonalyst.library.StoredAnalysis;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that join recordings to a call log, so that measured emotions become figures. */
final class RecordingOptions {
    private static final int MAX_CHANNELS = 64;
    private static final long EVERY_NANOS = 2_000_000_000L;

    @Option(
            names = "--recordings",
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Recordings, folders of them, or a session (.tonalyst): their measured"
                            + " emotions are joined to the calls by agent and start, or by the"
                            + " log's recording_path. Those without a kept result are analysed.")
    private List<Path> recordings = new ArrayList<>();

    @Option(
            names = "--names",
            paramLabel = "PATTERN",
            description =
                    "How agent and start stand in the names of the recordings (default: that of"
                            + " the session, or "
                            + JoinRule.USUAL_NAMES
                            + ").")
    private @Nullable String names;

    @Option(
            names = "--tolerance",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description =
                    "How far the starts in name and log may lie apart (default ${DEFAULT-VALUE}).")
    private int tolerance = 120;

    @Option(
            names = "--channel",
            paramLabel = "all|N",
            defaultValue = "all",
            description =
                    "Whose emotion is measured: of all channels, or of one alone, 1 being the left"
                            + " (default ${DEFAULT-VALUE}).")
    private String channel = "all";

    @Mixin private ResultOptions kept = new ResultOptions();

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Folder of the model; the shipped one by default.")
    private @Nullable Path model;

    private boolean someFailed;

    /** Whether recordings are to be joined. */
    boolean areUsed() {
        return !recordings.isEmpty();
    }

    /** Makes sure that what is asked for can be answered, before any work is done. */
    void check(Measure measure, CallLogs logs) {
        if (measure.isMeasured() && !areUsed()) {
            throw logs.usage(
                    "--measure %s is measured in recordings: name them with --recordings."
                            .formatted(measure.key()));
        }
        if (areUsed()) {
            rule(logs);
            recordings.forEach(path -> logs.requireFile("--recordings", path));
        }
    }

    private JoinRule rule(CallLogs logs) {
        try {
            return new JoinRule(Duration.ofSeconds(tolerance), channel(logs));
        } catch (IllegalArgumentException e) {
            throw logs.usage("--tolerance: " + e.getMessage());
        }
    }

    private OptionalInt channel(CallLogs logs) {
        if (channel.equals("all")) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(channel);
            if (number >= 1 && number <= MAX_CHANNELS) {
                return OptionalInt.of(number - 1);
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw logs.usage("--channel is all, 1 for the left, 2, ..., not '%s'.".formatted(channel));
    }

    /** The log with its recordings, if any are asked for; tells on {@code err} what came of it. */
    CallLogImport in(CallLogImport read, Path log, CallLogs logs, PrintWriter err)
            throws Exception {
        if (!areUsed()) {
            return read;
        }
        JoinedLog joined = join(read, log, logs, err);
        err.println("tonalyst: " + joined.summary());
        err.flush();
        return read.withLog(joined.log());
    }

    /** Joins the recordings to the log. */
    JoinedLog join(CallLogImport read, Path log, CallLogs logs, PrintWriter err) throws Exception {
        JoinRule rule = rule(logs);
        var cancel = new CancelToken();
        var inputs = AnalysisInputs.of(recordings, cancel);
        NamePattern pattern = pattern(inputs, logs);
        Path folder = model == null ? ModelLocator.ofInstallation().shipped() : model;
        Map<Path, StoredAnalysis> results =
                new KeptResults(
                                kept.store(),
                                ModelKey.of(folder),
                                () -> Dl4jEmotionModel.load(folder))
                        .of(
                                inputs.recordings(),
                                new FfmpegDecoder(),
                                Math.min(4, Runtime.getRuntime().availableProcessors()),
                                cancel,
                                new Telling(err));
        List<AnalysedRecording> analysed = new ArrayList<>();
        for (Path file : inputs.recordings()) {
            StoredAnalysis result = Objects.requireNonNull(results.get(file));
            result.problem().ifPresent(sentence -> problem(sentence, err));
            analysed.add(
                    new AnalysedRecording(
                            file, pattern.read(file), result.timeline(), inputs.review(file)));
        }
        Path home = Objects.requireNonNull(log.toAbsolutePath().getParent());
        return RecordingJoin.join(read.log(), home, analysed, rule, cancel);
    }

    private void problem(String sentence, PrintWriter err) {
        someFailed = true;
        err.println("tonalyst: " + sentence);
    }

    /** What the command ends with: whether all recordings could be used. */
    int exitCode() {
        return someFailed ? TonalystCommand.SOME_FAILED : TonalystCommand.OK;
    }

    private NamePattern pattern(AnalysisInputs inputs, CallLogs logs) {
        String text = names == null ? inputs.namePattern() : names;
        try {
            return NamePattern.of(text.isBlank() ? JoinRule.USUAL_NAMES : text);
        } catch (IllegalArgumentException e) {
            throw logs.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Says every few seconds how far the analysis is. */
    private static final class Telling implements ProgressSink {
        private final PrintWriter err;
        private long told = System.nanoTime();

        Telling(PrintWriter err) {
            this.err = err;
        }

        @Override
        public synchronized void report(double fraction, String message) {
            if (System.nanoTime() - told > EVERY_NANOS) {
                told = System.nanoTime();
                err.println("tonalyst: " + message + " recordings analysed.");
                err.flush();
            }
        }
    }
}
