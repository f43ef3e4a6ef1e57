// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The way to a table of a database: it is looked at, or those there are listed to choose from. */
final class DatabaseTables {
    private final ImportModel model;
    private final LatestOnly<List<String>> listing;
    private final ReadOnlyObjectWrapper<List<String>> names =
            new ReadOnlyObjectWrapper<>(List.of());

    DatabaseTables(ImportModel model, JobRunner jobs, Executor ui) {
        this.model = model;
        this.listing = new LatestOnly<>(jobs, ui);
    }

    /** Looks at a table, or for tables where none is named; see {@link #namesProperty}. */
    void connect(DatabaseLog log) {
        if (!log.address().table().isEmpty()) {
            model.open(log);
            return;
        }
        model.say("");
        listing.request(
                (cancel, sink) -> log.tables(),
                ProgressSink.NONE,
                outcome -> outcome.settle(this::list, model::fail));
    }

    private void list(List<String> found) {
        names.set(found);
        model.say(
                found.isEmpty()
                        ? "This user sees no tables there."
                        : "Choose the table or view with the calls.");
    }

    /** The tables of the database that was asked last. */
    ReadOnlyObjectProperty<List<String>> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /** Stops the work under way. */
    void close() {
        listing.cancel();
    }
}
