// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.library.BatchAnalysis.Result;
import io.tonalyst.library.CallName;
import io.tonalyst.library.NamePattern;
import io.tonalyst.library.StoredAnalysis;
import io.tonalyst.recording.OpenedRecording;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prints the results of a batch in the order of its files, each as soon as those before it are
 * there; as one JSON array when all are. Safe between threads.
 */
final class AnalysisOutput {
    private static final long EVERY_NANOS = 2_000_000_000L;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final Optional<NamePattern> names;
    private final @Nullable AnalysisReport[] reports;
    private final long started = System.nanoTime();
    private long told = started;
    private int printed;
    private int failed;
    private int kept;

    /**
     * @param names how agent and start stand in the names of the recordings
     */
    AnalysisOutput(
            PrintWriter out,
            PrintWriter err,
            boolean json,
            Optional<NamePattern> names,
            int recordings) {
        this.names = names;
        this.out = out;
        this.err = err;
        this.json = json;
        this.reports = new AnalysisReport[recordings];
    }

    synchronized void accept(Result result) {
        StoredAnalysis analysis = result.analysis();
        analysis.damage().ifPresent(this::tell);
        analysis.problem().ifPresent(this::tell);
        failed += analysis.problem().isPresent() ? 1 : 0;
        kept += result.recording().isEmpty() && analysis.problem().isEmpty() ? 1 : 0;
        Path file = result.recording().map(OpenedRecording::file).orElse(analysis.file());
        reports[result.index()] =
                AnalysisReport.of(
                        file, names.map(n -> n.read(file)).orElse(CallName.NONE), analysis);
        while (!json && printed < reports.length && reports[printed] != null) {
            Objects.requireNonNull(reports[printed]).print(out);
            printed++;
        }
    }

    /** Says how far a batch is, every few seconds, on the channel for messages. */
    synchronized void progress(double fraction, String message) {
        long now = System.nanoTime();
        if (reports.length > 1 && now - told > EVERY_NANOS) {
            told = now;
            double seconds = (now - started) / 1e9;
            tell(
                    String.format(
                            Locale.ROOT,
                            "%s done, %d failed, %.0f s so far, about %.0f s left.",
                            message,
                            failed,
                            seconds,
                            seconds * (1 - fraction) / fraction));
        }
    }

    /**
     * Prints what is left.
     *
     * @return whether all went well
     */
    synchronized boolean finish() {
        if (json) {
            Json.write(out, Arrays.asList(reports));
        }
        if (reports.length > 1) {
            tell(
                    String.format(
                            Locale.ROOT,
                            "%d recordings, %d of them analysed before, %d failed, %.1f s.",
                            reports.length,
                            kept,
                            failed,
                            (System.nanoTime() - started) / 1e9));
        }
        return failed == 0;
    }

    private void tell(String sentence) {
        err.println("tonalyst: " + sentence);
        err.flush();
    }
}
