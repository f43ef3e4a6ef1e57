// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import io.tonalyst.kpi.source.CallField;
import io.tonalyst.kpi.source.ColumnMapping;
import io.tonalyst.kpi.source.FieldRule;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.Lookup;
import io.tonalyst.kpi.source.MappingGuess;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.kpi.table.TableSample;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
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
    private final LatestOnly<Opened> sampling;
    private final LatestOnly<Proposal> binding;
    private final LatestOnly<Saved> saving;
    private final LookupColumns lookups;
    private final DatabaseTables tables;
    private final LogCheck check;
    private final ObservableList<ColumnMapping> mappings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable TableSample> sample =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Proposal> proposal =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private DialectHints hints = DialectHints.NONE;
    private @Nullable ColumnMapping wanted;
    private @Nullable Path expected;
    private @Nullable ColumnMapping remembered;
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
        this.sampling = new LatestOnly<>(jobs, ui);
        this.binding = new LatestOnly<>(jobs, ui);
        this.saving = new LatestOnly<>(jobs, ui);
        this.check = new LogCheck(jobs, ui, notice::set);
        this.lookups = new LookupColumns(this, opener, jobs, ui);
        this.tables = new DatabaseTables(this, jobs, ui);
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
        wanted = path.equals(expected) ? remembered : null;
        sample.set(null);
        proposal.set(null);
        saved.set("");
    }

    /**
     * Says with which mapping a log was read before, to be proposed when that is opened.
     *
     * @param mapping null for none
     */
    void expect(Path log, @Nullable ColumnMapping mapping) {
        expected = log;
        remembered = mapping;
    }

    /** Forgets what was looked at, and waits for a database to be named. */
    public void awaitDatabase() {
        close();
        database = null;
        sample.set(null);
        proposal.set(null);
        saved.set("");
        check.forget();
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
        check.forget();
        binding.cancel();
        sampling.request(
                (cancel, sink) -> {
                    TableSample seen = table == null ? opener.sample(path, known) : table.sample();
                    return new Opened(seen, propose(seen, kept), store.all());
                },
                ProgressSink.NONE,
                outcome -> outcome.settle(this::adopt, this::fail));
    }

    private void adopt(Opened opened) {
        say("");
        mappings.setAll(opened.mappings());
        sample.set(opened.sample());
        proposal.set(opened.proposal());
    }

    /** Says one sentence; empty to take back the last. */
    void say(String sentence) {
        notice.set(sentence);
    }

    /** Says what went wrong. */
    void fail(Exception cause) {
        notice.set(Failures.sentence(cause));
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

    /** The tables that are joined. */
    LookupColumns lookups() {
        return lookups;
    }

    /** The tables of a database. */
    DatabaseTables tables() {
        return tables;
    }

    /** The mapping as it is now. */
    ColumnMapping mapping() {
        Proposal now = proposal.get();
        return now == null ? ColumnMapping.empty("my-mapping") : now.mapping();
    }

    private void bind(ColumnMapping mapping) {
        TableSample seen = sample.get();
        if (seen == null) {
            return;
        }
        wanted = mapping;
        check.forget();
        binding.request(
                (cancel, sink) -> Proposal.of(mapping, seen),
                ProgressSink.NONE,
                outcome -> outcome.settle(proposal::set, this::fail));
    }

    /** Reads the whole file in the background, once the mapping is complete. */
    public void check() {
        Proposal now = proposal.get();
        if (now != null && now.binding().isReady()) {
            check.start(now.binding(), database);
        }
    }

    /** How far the whole file has been read, and what came of it. */
    public LogCheck checked() {
        return check;
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
                outcome -> outcome.settle(this::note, this::fail));
    }

    private void note(Saved done) {
        saved.set("Saved as " + done.file() + ".");
        mappings.setAll(done.mappings());
        say("");
    }

    private record Saved(Path file, List<ColumnMapping> mappings) {}

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

    /** One sentence on what went wrong; empty otherwise. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** One sentence on where the mapping was saved; empty before. */
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Stops all work under way. */
    public void close() {
        sampling.cancel();
        binding.cancel();
        lookups.close();
        tables.close();
        check.forget();
    }
}
