// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.join.JoinRule;
import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.jdbc.DatabaseAddress;
import io.tonalyst.kpi.source.ColumnMapping;
import io.tonalyst.kpi.source.MappingJson;
import io.tonalyst.session.KpiState;
import io.tonalyst.sonify.SoundMappingException;
import io.tonalyst.sonify.SoundMappingJson;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.ui.kpi.calls.JoinModel;
import io.tonalyst.ui.kpi.views.ChartsModel;
import io.tonalyst.ui.kpi.views.ChartsSession;
import io.tonalyst.work.Failures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at as part of a session, and back: first the log is read, then what was chosen of
 * it is chosen again, then recordings are joined, after which measured figures can be chosen. Until
 * that is done the session keeps what it had. UI thread only.
 */
final class KpiSession {
    private final KpiViewModel model;
    private final JoinModel joining;
    private final ChartsModel charts;
    private final Imports imports;
    private final ObservableValue<String> page;
    private final StatusReporter status;
    private final SoundMappingJson sounds = new SoundMappingJson();
    private final MappingJson mappings = new MappingJson();
    private @Nullable KpiState pending;
    private List<Path> recordings = List.of();
    private boolean chosen;

    /**
     * @param imports where the password of a database is asked for
     * @param page that is shown
     */
    KpiSession(
            KpiViewModel model,
            JoinModel joining,
            ChartsModel charts,
            Imports imports,
            ObservableValue<String> page,
            StatusReporter status) {
        this.model = model;
        this.joining = joining;
        this.charts = charts;
        this.imports = imports;
        this.page = page;
        this.status = status;
        model.importedProperty().addListener((property, before, after) -> opened(after));
        joining.joinedProperty()
                .addListener(
                        (property, before, after) -> {
                            if (after != null) {
                                joined();
                            }
                        });
    }

    /** What is looked at; empty before a log is open. */
    Optional<KpiState> current() {
        if (pending != null && (model.isBusy() || joining.isBusy() || !isOpen(pending.source()))) {
            return Optional.of(pending);
        }
        pending = null;
        KpiViewModel.OpenLog open = model.openLogProperty().get();
        CallLogImport imported = model.importedProperty().get();
        KpiSelection chosen = model.selection();
        if (open == null || imported == null || chosen.query().isEmpty()) {
            return Optional.empty();
        }
        var query = chosen.query().get();
        Map<String, List<String>> filter = new LinkedHashMap<>();
        query.filter().chosen().forEach((d, codes) -> filter.put(d.key(), List.copyOf(codes)));
        return Optional.of(
                new KpiState(
                        source(open),
                        imported.log().agentCode(query.agent()),
                        query.month().toString(),
                        query.measure().key(),
                        query.definition().key(),
                        chosen.enteredThreshold(),
                        sounds.tree(chosen.mappingProperty().get()).toString(),
                        chosen.speedProperty().get(),
                        page.getValue(),
                        filter,
                        Optional.ofNullable(query.filter().from()),
                        Optional.ofNullable(query.filter().to()),
                        joinedNow(),
                        Optional.of(ChartsSession.of(charts, imported.log()))));
    }

    private KpiState.Source source(KpiViewModel.OpenLog open) {
        ColumnMapping mapping = open.mapping();
        DatabaseAddress database = open.database();
        return new KpiState.Source(
                open.file().toAbsolutePath().normalize(),
                mapping == null ? "" : mappings.tree(mapping).toString(),
                database == null
                        ? Optional.empty()
                        : Optional.of(
                                new KpiState.Database(
                                        database.url(),
                                        database.user(),
                                        database.table(),
                                        Objects.toString(database.driverJar(), ""))));
    }

    private Optional<KpiState.Joining> joinedNow() {
        if (joining.joinedProperty().get() == null) {
            return Optional.empty();
        }
        int tolerance;
        try {
            tolerance = Integer.parseInt(joining.toleranceProperty().get().strip());
        } catch (NumberFormatException e) {
            tolerance = Math.toIntExact(JoinRule.USUAL.tolerance().toSeconds());
        }
        return Optional.of(
                new KpiState.Joining(
                        joining.namesProperty().get(), tolerance, joining.channelProperty().get()));
    }

    /**
     * Shows what a session looked at.
     *
     * @param files recordings of the session, to be joined if they were
     */
    void show(KpiState state, List<Path> files) {
        pending = state;
        recordings = files;
        chosen = false;
        if (isOpen(state.source())) {
            opened(model.importedProperty().get());
        } else if (state.source().database().isPresent()) {
            ask(state.source().database().get(), mapping(state));
        } else if (Files.isRegularFile(state.log())) {
            model.open(state.log(), mapping(state));
        } else {
            status.problem(
                    "The call log "
                            + state.log()
                            + " of the session cannot be found; what was chosen of it is kept.");
        }
    }

    private void ask(KpiState.Database database, @Nullable ColumnMapping mapping) {
        String jar = database.driverJar();
        var address =
                new DatabaseAddress(
                        database.url(),
                        database.user(),
                        database.table(),
                        jar.isEmpty() ? null : Path.of(jar));
        imports.openDatabase(address, mapping);
        status.say(
                "The call log of the session is "
                        + address.title()
                        + ": enter the password and connect to go on with it.");
    }

    /** What the columns of the log mean; null where they are recognised. */
    private @Nullable ColumnMapping mapping(KpiState state) {
        String text = state.source().mapping();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return mappings.read(text, "The session's mapping of columns");
        } catch (CallLogException e) {
            status.problem(Failures.sentence(e));
            return null;
        }
    }

    /** Databases are told apart by their address, files by their path. */
    private boolean isOpen(KpiState.Source wanted) {
        KpiViewModel.OpenLog open = model.openLogProperty().get();
        if (open == null) {
            return false;
        }
        KpiState.Source now = source(open);
        return now.database().equals(wanted.database())
                && (now.database().isPresent() || now.log().equals(wanted.log()));
    }

    private void opened(@Nullable CallLogImport imported) {
        KpiState state = pending;
        if (state == null || imported == null || chosen) {
            return;
        }
        if (!isOpen(state.source())) {
            // Another log was opened by hand meanwhile.
            pending = null;
            return;
        }
        chosen = true;
        choose(state, imported.log());
        if (state.joining().isEmpty()) {
            pending = null;
        }
        state.joining()
                .ifPresent(
                        how -> {
                            joining.namesProperty().set(how.names());
                            joining.toleranceProperty()
                                    .set(Integer.toString(how.toleranceSeconds()));
                            joining.channelProperty().set(Math.clamp(how.channel(), 0, 2));
                            joining.join(recordings);
                        });
    }

    private void joined() {
        KpiState state = pending;
        CallLogImport imported = model.importedProperty().get();
        if (state != null && imported != null) {
            pending = null;
            choose(state, imported.log());
        }
    }

    private void choose(KpiState state, CallLog log) {
        KpiSelection chosen = model.selection();
        log.agent(state.agent()).ifPresent(agent -> chosen.agentProperty().set(agent));
        month(state.month())
                .filter(chosen.months()::contains)
                .ifPresent(month -> chosen.monthProperty().set(month));
        Definition.ofKey(state.definition()).ifPresent(chosen.definitionProperty()::set);
        Measure.ofKey(state.measure())
                .filter(chosen.measures()::contains)
                .ifPresent(
                        measure -> {
                            chosen.measureProperty().set(measure);
                            state.threshold()
                                    .ifPresent(
                                            value -> chosen.enterThreshold(Double.toString(value)));
                        });
        if (KpiSelection.SPEEDS.contains(state.speed())) {
            chosen.speedProperty().set(state.speed());
        }
        if (!state.sound().isEmpty()) {
            try {
                chosen.mappingProperty().set(sounds.read(state.sound(), "The session's sound"));
            } catch (SoundMappingException e) {
                status.problem(Failures.sentence(e));
            }
        }
        CallFilter filter =
                CallFilter.NONE.between(state.from().orElse(null), state.to().orElse(null));
        for (var part : state.filter().entrySet()) {
            Optional<CallDimension> dimension = CallDimension.ofKey(part.getKey());
            if (dimension.isPresent()) {
                filter = filter.with(dimension.get(), new TreeSet<>(part.getValue()));
            }
        }
        chosen.filterProperty().set(filter.within(log));
        state.charts().ifPresent(kept -> ChartsSession.show(kept, charts, log));
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
