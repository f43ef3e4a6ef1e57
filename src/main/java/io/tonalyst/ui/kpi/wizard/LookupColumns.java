// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.Lookup;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The lookup tables beside the log: what columns they have, and another one to join. */
final class LookupColumns {
    private final ImportModel model;
    private final LogOpener opener;
    private final LatestOnly<Map<String, List<String>>> looking;
    private final LatestOnly<List<String>> adding;
    private final ReadOnlyObjectWrapper<Map<String, List<String>>> columns =
            new ReadOnlyObjectWrapper<>(Map.of());

    LookupColumns(ImportModel model, LogOpener opener, JobRunner jobs, Executor ui) {
        this.model = model;
        this.opener = opener;
        this.looking = new LatestOnly<>(jobs, ui);
        this.adding = new LatestOnly<>(jobs, ui);
    }

    /**
     * Looks at the columns of lookup tables in the background; see {@link #columnsProperty}.
     *
     * @param lookups of a mapping; tables that are missing or cannot be read have no columns
     */
    void lookAt(List<Lookup> lookups) {
        Path folder = folder();
        looking.request(
                (cancel, sink) -> {
                    var found = new HashMap<String, List<String>>();
                    for (Lookup lookup : lookups) {
                        Path table = folder.resolve(lookup.file());
                        if (Files.isRegularFile(table)) {
                            found.put(lookup.file(), columns(table));
                        }
                    }
                    return Map.copyOf(found);
                },
                ProgressSink.NONE,
                outcome -> outcome.settle(columns::set, model::fail));
    }

    /** Joins a table: its first column for codes of the agent, its second for what they mean. */
    void add(Path table) {
        Path folder = folder();
        Path whole = table.toAbsolutePath();
        String name =
                whole.startsWith(folder) ? folder.relativize(whole).toString() : whole.toString();
        adding.request(
                (cancel, sink) -> columns(table),
                ProgressSink.NONE,
                outcome -> outcome.settle(found -> join(name, found), model::fail));
    }

    private void join(String name, List<String> found) {
        var lookups = new ArrayList<>(model.mapping().lookups());
        lookups.add(TableRole.of(name, found, model.mapping()));
        model.setLookups(lookups);
    }

    private List<String> columns(Path table) throws Exception {
        return opener.sample(table, DialectHints.NONE).columns();
    }

    /** That of the log. */
    private Path folder() {
        Path file = model.file();
        Path parent = file == null ? null : file.toAbsolutePath().getParent();
        return parent == null ? Path.of("").toAbsolutePath() : parent;
    }

    /** Names of the columns of the lookup tables, by file; those not there are missing. */
    ReadOnlyObjectProperty<Map<String, List<String>>> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    /** Stops the work under way. */
    void close() {
        looking.cancel();
        adding.cancel();
    }
}
