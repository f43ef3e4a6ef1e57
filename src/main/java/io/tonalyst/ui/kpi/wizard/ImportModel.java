// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.RejectedRows;
import io.tonalyst.kpi.source.CallField;
import io.tonalyst.kpi.source.CallLogImporter;
import io.tonalyst.kpi.source.ColumnMapping;
import io.tonalyst.kpi.source.FieldRule;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.Lookup;
import io.tonalyst.kpi.source.MappingGuess;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.kpi.table.TableSample;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The import of one file without its view: samples, dialect, mapping, check. Knows no view and
 * needs no toolkit. Methods and properties belong to the UI thread; the file is read elsewhere.
 */
public final class ImportModel {
    private final LogOpener opener;
    private final MappingStore store;
    private final Executor ui;
    private final LatestOnly<Opened> sampling;
    private final LatestOnly<Proposal> binding;
    private final LatestOnly<CallLogImport> checking;
    private final LatestOnly<Saved> saving;
    private final LatestOnly<Map<String, List<String>>> tabling;
    private final LatestOnly<List<String>> adding;
    private final LatestOnly<List<String>> listing;
    private final ReadOnlyObjectWrapper<List<String>> databaseTables =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<String, List<String>>> tables =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ObservableList<ColumnMapping> mappings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable TableSample> sample =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Proposal> proposal =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable CallLogImport> result =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private DialectHints hints = DialectHints.NONE;
    private @Nullable ColumnMapping wanted;
    private @Nullable Path file;
    private @Nullable DatabaseLog database;

    /** A file looked at, with the mapping that it is recognised by, or one that is guessed. */
    private record Opened(TableSample sample, Proposal proposal, List<ColumnMapping> mappings) {}

    /**
     * @param store presets and saved mappings
     * @param ui the thread of this object
     */
    public ImportModel(MappingStore store, JobRunner jobs, Executor ui) {
        this.store = store;
        this.opener = new LogOpener(store);
        this.ui = ui;
        this.sampling = new LatestOnly<>(jobs, ui);
        this.binding = new LatestOnly<>(jobs, ui);
        this.checking = new LatestOnly<>(jobs, ui);
        this.saving = new LatestOnly<>(jobs, ui);
        this.tabling = new LatestOnly<>(jobs, ui);
        this.adding = new LatestOnly<>(jobs, ui);
        this.listing = new LatestOnly<>(jobs, ui);
    }

    /** Looks at a file in the background and proposes a mapping. */
    public void open(Path path) {
        database = null;
        begin(path);
        look();
    }

    /** Looks at a table of a database in the background and proposes a mapping. */
    public void open(DatabaseLog log) {
        database = log;
        begin(log.address().asPath());
        look();
    }

    private void begin(Path path) {
        close();
        file = path;
        hints = DialectHints.NONE;
        wanted = null;
        sample.set(null);
        proposal.set(null);
        saved.set("");
    }

    /**
     * Looks at a table, or for tables where none is named; see {@link #tablesOfDatabaseProperty}.
     */
    void connect(DatabaseLog log) {
        if (!log.address().table().isEmpty()) {
            open(log);
            return;
        }
        notice.set("");
        listing.request(
                (cancel, sink) -> log.tables(),
                ProgressSink.NONE,
                outcome -> {
                    switch (outcome) {
                        case JobOutcome.Done<List<String>>(List<String> names) -> {
                            databaseTables.set(names);
                            notice.set(
                                    names.isEmpty()
                                            ? "This user sees no tables there."
                                            : "Choose the table or view with the calls.");
                        }
                        case JobOutcome.Failed<List<String>>(var cause) ->
                                notice.set(Failures.sentence(cause));
                        case JobOutcome.Cancelled<List<String>>() -> {
                            // Another database is being asked.
                        }
                    }
                });
    }

    /** The tables of the database that was asked last. */
    ReadOnlyObjectProperty<List<String>> tablesOfDatabaseProperty() {
        return databaseTables.getReadOnlyProperty();
    }

    /** Forgets what was looked at, and waits for a database to be named. */
    public void awaitDatabase() {
        close();
        database = null;
        sample.set(null);
        proposal.set(null);
        saved.set("");
        forgetCheck();
    }

    /** Forgets the database with its password, once the wizard is left. */
    public void forgetDatabase() {
        if (database != null) {
            database.forget();
            database = null;
        }
    }

    /** The database that is looked at; null for a file. */
    public @Nullable DatabaseLog database() {
        return database;
    }

    /** Reads the file in another way; null in the hints is found out. */
    public void setHints(DialectHints changed) {
        hints = changed;
        look();
    }

    private void look() {
        Path path = Objects.requireNonNull(file);
        DialectHints known = hints;
        ColumnMapping kept = wanted;
        DatabaseLog table = database;
        forgetCheck();
        binding.cancel();
        sampling.request(
                (cancel, sink) -> {
                    TableSample seen = table == null ? opener.sample(path, known) : table.sample();
                    return new Opened(seen, propose(seen, kept), store.all());
                },
                ProgressSink.NONE,
                outcome -> {
                    switch (outcome) {
                        case JobOutcome.Done<Opened>(Opened opened) -> {
                            notice.set("");
                            mappings.setAll(opened.mappings());
                            sample.set(opened.sample());
                            proposal.set(opened.proposal());
                        }
                        case JobOutcome.Failed<Opened>(var cause) ->
                                notice.set(Failures.sentence(cause));
                        case JobOutcome.Cancelled<Opened>() -> {
                            // A newer request is under way.
                        }
                    }
                });
    }

    private Proposal propose(TableSample seen, @Nullable ColumnMapping kept) {
        if (kept != null) {
            return Proposal.of(kept, seen);
        }
        return opener.recognise(seen)
                .map(known -> Proposal.of(known.mapping(), seen))
                .orElseGet(() -> Proposal.of(MappingGuess.of(seen), seen));
    }

    /** Saved mappings and presets. */
    public ObservableList<ColumnMapping> mappings() {
        return mappings;
    }

    /** Puts a mapping in place of the present one; its hints on the table are followed. */
    public void use(ColumnMapping mapping) {
        wanted = mapping;
        if (database != null
                || mapping.table().equals(hints)
                || mapping.table().equals(DialectHints.NONE)) {
            bind(mapping);
        } else {
            setHints(mapping.table());
        }
    }

    /** Takes a column for a field, -1 for none. */
    public void map(CallField field, int column) {
        TableSample seen = sample.get();
        if (seen != null) {
            FieldRule rule = column < 0 ? null : MappingGuess.rule(field, column, seen);
            bind(mapping().with(field, rule));
        }
    }

    /** Sets how the dates or durations of a field are written; empty to find it out. */
    public void setStyle(CallField field, String style) {
        FieldRule rule = mapping().rule(field);
        if (rule != null && !rule.style().equals(style)) {
            bind(mapping().with(field, rule.withStyle(style)));
        }
    }

    /** Sets the values that mean yes, or resolved. */
    public void setYes(CallField field, List<String> values) {
        FieldRule rule = mapping().rule(field);
        if (rule != null && !rule.yes().equals(values)) {
            bind(mapping().with(field, rule.withYes(values)));
        }
    }

    /** Sets the tables that are joined. */
    public void setLookups(List<Lookup> lookups) {
        bind(mapping().withLookups(lookups));
    }

    /**
     * Looks at the columns of lookup tables in the background; see {@link #tablesProperty}.
     *
     * @param lookups of a mapping; tables that are missing or cannot be read have no columns
     */
    void lookAtTables(List<Lookup> lookups) {
        Path folder = folder();
        tabling.request(
                (cancel, sink) -> {
                    var columns = new HashMap<String, List<String>>();
                    for (Lookup lookup : lookups) {
                        Path table = folder.resolve(lookup.file());
                        if (Files.isRegularFile(table)) {
                            columns.put(
                                    lookup.file(),
                                    opener.sample(table, DialectHints.NONE).columns());
                        }
                    }
                    return Map.copyOf(columns);
                },
                ProgressSink.NONE,
                outcome -> {
                    switch (outcome) {
                        case JobOutcome.Done<Map<String, List<String>>>(var columns) ->
                                tables.set(columns);
                        case JobOutcome.Failed<Map<String, List<String>>>(var cause) ->
                                notice.set(Failures.sentence(cause));
                        case JobOutcome.Cancelled<Map<String, List<String>>>() -> {
                            // Other tables are being looked at.
                        }
                    }
                });
    }

    /** Joins a table: its first column for codes of the agent, its second for what they mean. */
    void addTable(Path table) {
        Path folder = folder();
        Path whole = table.toAbsolutePath();
        String name =
                whole.startsWith(folder) ? folder.relativize(whole).toString() : whole.toString();
        adding.request(
                (cancel, sink) -> opener.sample(table, DialectHints.NONE).columns(),
                ProgressSink.NONE,
                outcome -> {
                    switch (outcome) {
                        case JobOutcome.Done<List<String>>(List<String> columns) -> {
                            var lookups = new ArrayList<>(mapping().lookups());
                            lookups.add(TableRole.of(name, columns, mapping()));
                            setLookups(lookups);
                        }
                        case JobOutcome.Failed<List<String>>(var cause) ->
                                notice.set(Failures.sentence(cause));
                        case JobOutcome.Cancelled<List<String>>() -> {
                            // Another table is being added.
                        }
                    }
                });
    }

    private Path folder() {
        Path parent = file == null ? null : file.toAbsolutePath().getParent();
        return parent == null ? Path.of("").toAbsolutePath() : parent;
    }

    /** Names of the columns of the lookup tables, by file; those not there are missing. */
    ReadOnlyObjectProperty<Map<String, List<String>>> tablesProperty() {
        return tables.getReadOnlyProperty();
    }

    private ColumnMapping mapping() {
        Proposal now = proposal.get();
        return now == null ? ColumnMapping.empty("my-mapping") : now.mapping();
    }

    private void bind(ColumnMapping mapping) {
        TableSample seen = sample.get();
        if (seen == null) {
            return;
        }
        wanted = mapping;
        forgetCheck();
        binding.request(
                (cancel, sink) -> Proposal.of(mapping, seen),
                ProgressSink.NONE,
                outcome -> {
                    if (outcome instanceof JobOutcome.Done<Proposal>(Proposal done)) {
                        proposal.set(done);
                    }
                });
    }

    /** Reads the whole file in the background. */
    public void check() {
        Proposal now = proposal.get();
        if (now == null || !now.binding().isReady()) {
            return;
        }
        forgetCheck();
        running.set(true);
        DatabaseLog table = database;
        checking.request(
                (cancel, sink) ->
                        table == null
                                ? CallLogImporter.read(
                                        now.binding(), RejectedRows.NONE, cancel, sink)
                                : table.read(now.binding(), cancel, sink),
                (fraction, message) -> ui.execute(() -> progress.set(fraction)),
                outcome -> {
                    running.set(false);
                    switch (outcome) {
                        case JobOutcome.Done<CallLogImport>(CallLogImport read) -> {
                            notice.set("");
                            result.set(read);
                        }
                        case JobOutcome.Failed<CallLogImport>(var cause) ->
                                notice.set(Failures.sentence(cause));
                        case JobOutcome.Cancelled<CallLogImport>() ->
                                notice.set("The check was cancelled.");
                    }
                });
    }

    /** Stops the check that is under way. */
    public void cancelCheck() {
        if (running.get()) {
            checking.cancel();
            running.set(false);
            notice.set("The check was cancelled.");
        }
    }

    private void forgetCheck() {
        checking.cancel();
        running.set(false);
        progress.set(0);
        result.set(null);
        notice.set("");
    }

    /**
     * Saves the mapping under a name, with how the table is written.
     *
     * @param name what people call it
     */
    public void save(String name) {
        Proposal now = proposal.get();
        String title = name.strip();
        if (now == null || title.isEmpty()) {
            notice.set("Give the mapping a name to save it under.");
            return;
        }
        ColumnMapping named =
                now.mapping().named(title, title, "Made with the import wizard.").withTable(hints);
        saving.request(
                (cancel, sink) -> new Saved(store.save(named), store.all()),
                ProgressSink.NONE,
                outcome -> {
                    switch (outcome) {
                        case JobOutcome.Done<Saved>(Saved done) -> {
                            saved.set("Saved as " + done.file() + ".");
                            mappings.setAll(done.mappings());
                            notice.set("");
                        }
                        case JobOutcome.Failed<Saved>(var cause) ->
                                notice.set(Failures.sentence(cause));
                        case JobOutcome.Cancelled<Saved>() -> {
                            // A newer name is being saved.
                        }
                    }
                });
    }

    private record Saved(Path file, List<ColumnMapping> mappings) {}

    /** The values of a field's column in the samples, each once, the commonest first. */
    public List<String> values(CallField field, int limit) {
        Proposal now = proposal.get();
        var bound = now == null ? null : now.binding().bound(field);
        if (now == null || bound == null) {
            return List.of();
        }
        var counts = new HashMap<String, Integer>();
        now.binding()
                .sample()
                .values(bound.column())
                .forEach(v -> counts.merge(v, 1, Integer::sum));
        var values = new ArrayList<>(counts.keySet());
        values.sort(
                Comparator.comparingInt((String v) -> -counts.getOrDefault(v, 0))
                        .thenComparing(v -> v));
        return values.subList(0, Math.min(limit, values.size()));
    }

    /** The file; null before the first. */
    public @Nullable Path file() {
        return file;
    }

    /** What has been said of how the table is written. */
    public DialectHints hints() {
        return hints;
    }

    /** Rows of the file; null while it is being looked at. */
    public ReadOnlyObjectProperty<@Nullable TableSample> sampleProperty() {
        return sample.getReadOnlyProperty();
    }

    /** The mapping on the file; null while it is being looked at. */
    public ReadOnlyObjectProperty<@Nullable Proposal> proposalProperty() {
        return proposal.getReadOnlyProperty();
    }

    /** The whole file as read by the check; null before it. */
    public ReadOnlyObjectProperty<@Nullable CallLogImport> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** One sentence on what went wrong; empty otherwise. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** One sentence on where the mapping was saved; empty before. */
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** How far the check is, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether the check is under way. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Stops all work under way. */
    public void close() {
        sampling.cancel();
        binding.cancel();
        tabling.cancel();
        adding.cancel();
        forgetCheck();
    }
}
