// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.jdbc.ConnectionStore;
import io.tonalyst.kpi.jdbc.DatabaseAddress;
import io.tonalyst.kpi.source.ColumnMapping;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.source.ProblemsExport;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.ui.kpi.wizard.DatabaseLog;
import io.tonalyst.ui.kpi.wizard.ImportModel;
import io.tonalyst.ui.kpi.wizard.ImportWizard;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The import wizard in the workspace, and writing the rows that could not be used. */
public final class Imports {
    private final KpiViewModel model;
    private final JobRunner jobs;
    private final StatusReporter status;
    private final FileChoice files;
    private final ImportModel importing;
    private final ImportWizard wizard;
    private final ProblemsExport export;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();

    Imports(
            KpiViewModel model,
            MappingStore mappings,
            JobRunner jobs,
            FxExecutor ui,
            StatusReporter status,
            FileChoice files) {
        this.model = model;
        this.jobs = jobs;
        this.status = status;
        this.files = files;
        this.importing = new ImportModel(mappings, jobs, ui);
        this.export = new ProblemsExport(new LogOpener(mappings));
        this.wizard =
                new ImportWizard(
                        importing,
                        new ImportWizard.Asking(
                                files::open,
                                files::jar,
                                new ConnectionStore(mappings.besides("connections.json")),
                                (read, mapping) -> {
                                    var from = opened(mapping);
                                    importing.forgetDatabase();
                                    shown.set(false);
                                    model.show(from, read);
                                },
                                this::exportProblemsOfWizard,
                                () -> {
                                    importing.forgetDatabase();
                                    model.forgetUnknown();
                                    shown.set(false);
                                }));
        model.unknownProperty()
                .subscribe(
                        file -> {
                            if (file != null) {
                                open(file);
                            }
                        });
    }

    /** Asks for a file and shows the wizard for it. */
    void choose() {
        files.open().ifPresent(this::open);
    }

    /** Shows the wizard for a database. */
    public void openDatabase() {
        shown.set(true);
        wizard.openDatabase();
    }

    /**
     * Shows the wizard for a database that was open before; the password is asked for again.
     *
     * @param mapping that it was read with; null to propose one
     */
    void openDatabase(DatabaseAddress address, @Nullable ColumnMapping mapping) {
        shown.set(true);
        wizard.openDatabase(address, mapping);
    }

    private KpiViewModel.OpenLog opened(ColumnMapping mapping) {
        DatabaseLog database = importing.database();
        return new KpiViewModel.OpenLog(
                Objects.requireNonNull(importing.file()),
                mapping,
                database == null ? null : database.address());
    }

    /** Shows the wizard for a file. */
    public void open(Path file) {
        shown.set(true);
        wizard.open(file);
    }

    Node view() {
        return wizard.view();
    }

    /** What the wizard has come to. */
    public ImportModel model() {
        return importing;
    }

    /** The pages of the wizard. */
    public ImportWizard wizard() {
        return wizard;
    }

    /** Whether the wizard is shown. */
    ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Asks for a file and writes the rows of the open log that were left out. */
    void exportProblems() {
        KpiViewModel.OpenLog open = model.openLogProperty().get();
        CallLogImport read = model.importedProperty().get();
        if (read != null && read.log().isGrouped()) {
            status.say("The rows left out stay in the database; their kinds are told.");
        } else if (open != null) {
            ask(open.file(), open.mapping());
        }
    }

    private void exportProblemsOfWizard() {
        var proposal = importing.proposalProperty().get();
        Path file = importing.file();
        if (proposal != null && file != null) {
            ask(file, proposal.mapping().withTable(importing.hints()));
        }
    }

    private void ask(Path log, @Nullable ColumnMapping mapping) {
        String name = String.valueOf(log.getFileName()).replaceFirst("\\.[^.]*$", "");
        files.save("CSV", name + "-problems.csv").ifPresent(out -> write(log, mapping, out));
    }

    /** Writes the rows in the background. */
    void write(Path log, @Nullable ColumnMapping mapping, Path out) {
        String job = "Writing " + out.getFileName();
        jobs.<Long>submit(
                (cancel, progress) -> {
                    try {
                        return export.write(
                                log,
                                mapping,
                                out,
                                cancel,
                                (fraction, message) ->
                                        status.progress(job, Math.min(fraction, 0.999), cancel));
                    } finally {
                        status.progress(job, 1, cancel);
                    }
                },
                ProgressSink.NONE,
                outcome -> {
                    switch (outcome) {
                        case JobOutcome.Done<Long>(Long count) ->
                                status.say("Wrote %,d rows to %s.".formatted(count, out));
                        case JobOutcome.Failed<Long>(var cause) ->
                                status.problem(Failures.sentence(cause));
                        case JobOutcome.Cancelled<Long>() ->
                                status.say("Writing " + out + " was cancelled.");
                    }
                });
    }

    void close() {
        importing.close();
    }
}
