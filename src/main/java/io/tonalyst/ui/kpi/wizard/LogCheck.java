// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.RejectedRows;
import io.tonalyst.kpi.source.Binding;
import io.tonalyst.kpi.source.CallLogImporter;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Reads a whole log in the background, to be sure of a mapping before it is opened. */
public final class LogCheck {
    private static final String CANCELLED = "The check was cancelled.";

    private final LatestOnly<CallLogImport> reading;
    private final Executor ui;
    private final Consumer<String> notice;
    private final ReadOnlyObjectWrapper<@Nullable CallLogImport> result =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();

    /**
     * @param notice takes one sentence on what went wrong, empty for nothing
     */
    LogCheck(JobRunner jobs, Executor ui, Consumer<String> notice) {
        this.reading = new LatestOnly<>(jobs, ui);
        this.ui = ui;
        this.notice = notice;
    }

    /**
     * Begins.
     *
     * @param table of a database; null to read the file
     */
    void start(Binding binding, @Nullable DatabaseLog table) {
        forget();
        running.set(true);
        reading.request(
                (cancel, sink) ->
                        table == null
                                ? CallLogImporter.read(binding, RejectedRows.NONE, cancel, sink)
                                : table.read(binding, cancel, sink),
                (fraction, message) -> ui.execute(() -> progress.set(fraction)),
                this::end);
    }

    private void end(JobOutcome<CallLogImport> outcome) {
        running.set(false);
        switch (outcome) {
            case JobOutcome.Done<CallLogImport>(CallLogImport read) -> {
                notice.accept("");
                result.set(read);
            }
            case JobOutcome.Failed<CallLogImport>(var cause) ->
                    notice.accept(Failures.sentence(cause));
            case JobOutcome.Cancelled<CallLogImport>() -> notice.accept(CANCELLED);
        }
    }

    /** Stops what is under way. */
    public void stop() {
        if (running.get()) {
            reading.cancel();
            running.set(false);
            notice.accept(CANCELLED);
        }
    }

    /** Forgets the log that was read, and stops. */
    void forget() {
        reading.cancel();
        running.set(false);
        progress.set(0);
        result.set(null);
        notice.accept("");
    }

    /** The whole log; null before it has been read. */
    public ReadOnlyObjectProperty<@Nullable CallLogImport> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** How far it is, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether it is under way. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }
}
