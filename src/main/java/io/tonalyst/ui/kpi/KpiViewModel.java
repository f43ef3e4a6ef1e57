// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.jdbc.DatabaseAddress;
import io.tonalyst.kpi.source.ColumnMapping;
import io.tonalyst.kpi.source.UnknownLogException;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The KPI workspace without its view: the open call log, what is chosen of it, and what comes of
 * that. Knows no view and needs no toolkit. Methods and properties belong to the UI thread; logs
 * are read and series and sound computed elsewhere, and only the newest choice counts.
 */
public final class KpiViewModel {
    private final LogSource logs;
    private final KpiCalculator calculator;
    private final StatusReporter status;
    private final LatestOnly<CallLogImport> reading;
    private final LatestOnly<KpiShown> computing;
    private final KpiSelection selection;
    private final ReadOnlyObjectWrapper<@Nullable CallLogImport> imported =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable KpiShown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable OpenLog> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> unknown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper source = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    /**
     * Where the open log came from.
     *
     * @param file of a database its title in the place of one
     * @param mapping it was read with; null if it was recognised
     * @param database null for a file
     */
    public record OpenLog(
            Path file, @Nullable ColumnMapping mapping, @Nullable DatabaseAddress database) {}

    /** Where call logs come from: {@code LogOpener::open} in the product. */
    @FunctionalInterface
    public interface LogSource {
        /**
         * Reads a call log.
         *
         * @param mapping what its columns mean; null where they are recognised
         * @throws UnknownLogException if the columns of the file are not known
         * @throws Exception with one sentence for the user
         */
        CallLogImport read(
                Path file,
                @Nullable ColumnMapping mapping,
                CancelToken cancel,
                ProgressSink progress)
                throws Exception;
    }

    /**
     * @param jobs where logs are read and sound is made
     * @param ui the thread of this object
     */
    public KpiViewModel(
            LogSource logs,
            KpiCalculator calculator,
            JobRunner jobs,
            Executor ui,
            StatusReporter status) {
        this.logs = logs;
        this.calculator = calculator;
        this.status = status;
        this.reading = new LatestOnly<>(jobs, ui);
        this.computing = new LatestOnly<>(jobs, ui);
        this.selection = new KpiSelection(this::recompute);
    }

    /** Reads a call log in the background; the one that is open stays until it has been read. */
    public void open(Path file) {
        open(file, null);
    }

    /**
     * Reads a call log in the background.
     *
     * @param mapping what its columns mean; null to recognise them
     */
    public void open(Path file, @Nullable ColumnMapping mapping) {
        String name = "Reading " + file.getFileName();
        reading.request(
                (cancel, progress) -> {
                    try {
                        return logs.read(
                                file,
                                mapping,
                                cancel,
                                (fraction, message) ->
                                        status.progress(name, Math.min(fraction, 0.999), cancel));
                    } finally {
                        status.progress(name, 1, cancel);
                    }
                },
                ProgressSink.NONE,
                outcome -> adopt(new OpenLog(file, mapping, null), outcome));
    }

    /** Shows a log that has been imported with a mapping. */
    public void show(OpenLog from, CallLogImport read) {
        reading.cancel();
        adopt(from, read);
    }

    /** Shows the open log with recordings joined to its calls, or without them again. */
    public void showJoined(CallLogImport log) {
        imported.set(log);
        selection.offer(log.log());
    }

    /** Where the open log came from; null before the first. */
    public ReadOnlyObjectProperty<@Nullable OpenLog> openLogProperty() {
        return open.getReadOnlyProperty();
    }

    /** A table that was to be opened and whose columns are not known; null otherwise. */
    public ReadOnlyObjectProperty<@Nullable Path> unknownProperty() {
        return unknown.getReadOnlyProperty();
    }

    /** Forgets the table whose columns are not known. */
    public void forgetUnknown() {
        unknown.set(null);
    }

    /** The choices for the open log. */
    public KpiSelection selection() {
        return selection;
    }

    /** The open call log with its row problems; null before the first. */
    public ReadOnlyObjectProperty<@Nullable CallLogImport> importedProperty() {
        return imported.getReadOnlyProperty();
    }

    /** Name of the open file. */
    public ReadOnlyStringProperty sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /**
     * What the choices come to; null while there is nothing to show, see {@link #noticeProperty}.
     */
    public ReadOnlyObjectProperty<@Nullable KpiShown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** One sentence on why nothing is shown; empty otherwise. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether a log is being read or a choice computed. */
    public boolean isBusy() {
        return reading.isBusy() || computing.isBusy();
    }

    /** Stops the work under way. */
    public void close() {
        reading.cancel();
        computing.cancel();
    }

    private void adopt(OpenLog from, JobOutcome<CallLogImport> outcome) {
        Path file = from.file();
        switch (outcome) {
            case JobOutcome.Done<CallLogImport>(var result) -> adopt(from, result);
            case JobOutcome.Failed<CallLogImport>(UnknownLogException cause) -> {
                status.say(Failures.sentence(cause));
                unknown.set(file);
            }
            case JobOutcome.Failed<CallLogImport>(var cause) ->
                    status.problem(Failures.sentence(cause));
            case JobOutcome.Cancelled<CallLogImport>() ->
                    status.say("Reading " + file.getFileName() + " was cancelled.");
        }
    }

    private void adopt(OpenLog from, CallLogImport result) {
        unknown.set(null);
        open.set(from);
        source.set(String.valueOf(from.file().getFileName()));
        imported.set(result);
        status.say(from.file().getFileName() + ": " + result.summary());
        selection.offer(result.log());
    }

    private void recompute() {
        CallLogImport log = imported.get();
        Optional<KpiQuery> query = selection.query();
        if (log == null || query.isEmpty()) {
            return;
        }
        Optional<String> problem = query.get().problem(log.log());
        if (problem.isPresent()) {
            computing.cancel();
            notice.set(problem.get());
            shown.set(null);
            return;
        }
        var request =
                new KpiRequest(
                        query.get(),
                        selection.beside(),
                        selection.wantedThreshold(),
                        selection.mappingProperty().get(),
                        selection.speedProperty().get(),
                        selection.silentProperty().get());
        computing.request(
                (cancel, progress) -> calculator.compute(log.log(), request, cancel),
                ProgressSink.NONE,
                outcome -> outcome.settle(this::adopt, this::fail));
    }

    private void adopt(KpiShown result) {
        notice.set("");
        selection.noteThreshold(result.request().threshold());
        shown.set(result);
    }

    private void fail(Exception cause) {
        notice.set(Failures.sentence(cause));
        shown.set(null);
        status.problem(Failures.sentence(cause));
    }
}
