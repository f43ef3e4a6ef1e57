// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.playback.Playback;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.ui.Workspace;
import io.tonalyst.work.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The KPIs of a call centre: a month of one agent as a chart that draws itself in step with its
 * sound, beside its figures.
 */
public final class KpiWorkspace implements Workspace {
    private final KpiViewModel model;
    private final ScoreController player;
    private final KpiExport export;
    private final KpiView content;
    private final StackPane view = new StackPane();

    /**
     * @param logs reads call logs
     * @param calculator makes series, score and sound
     * @param playback of this workspace alone, closed with it
     * @param jobs where work is done
     * @param palette of the window, now and after a change of theme
     * @param sample the bundled call log; it may be missing
     */
    public KpiWorkspace(
            KpiViewModel.LogSource logs,
            KpiCalculator calculator,
            Playback playback,
            JobRunner jobs,
            FxExecutor ui,
            StatusReporter status,
            ObservableValue<Palette> palette,
            Path sample) {
        this.model = new KpiViewModel(logs, calculator, jobs, ui, status);
        this.player = new ScoreController(playback, ui);
        this.export = new KpiExport(jobs, status);
        var files = FileChoice.dialogs(view);
        this.content = new KpiView(model, player, export, files, palette);
        var empty =
                new EmptyState(
                        () -> files.open().ifPresent(model::open),
                        () -> model.open(sample),
                        Files.isRegularFile(sample));
        new KpiKeys(view, player, model.selection());
        view.getStyleClass().add("kpi-workspace");
        // Brought to the front it takes the keys, until a control is chosen.
        view.setFocusTraversable(true);
        view.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null) {
                                view.requestFocus();
                            }
                        });
        view.getChildren().add(empty.view());
        model.importedProperty()
                .subscribe(
                        imported -> {
                            if (imported != null) {
                                view.getChildren().setAll(content.view());
                            }
                        });
        model.shownProperty().addListener((property, before, after) -> play(before, after));
    }

    @Override
    public String title() {
        return "KPIs";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public boolean accepts(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv");
    }

    @Override
    public void open(List<Path> files) {
        if (!files.isEmpty()) {
            model.open(files.getLast());
        }
    }

    @Override
    public void deactivate() {
        player.pause();
    }

    @Override
    public void close() {
        model.close();
        player.close();
    }

    /** What is chosen and shown. */
    public KpiViewModel model() {
        return model;
    }

    /** What is heard. */
    public ScoreController player() {
        return player;
    }

    /** Writing what is shown to files. */
    public KpiExport export() {
        return export;
    }

    /**
     * Puts the sound of what is shown into the player: a new month at its end, so that the whole of
     * it is seen at first; the same month, heard differently, where the playhead is.
     */
    private void play(@Nullable KpiShown before, @Nullable KpiShown after) {
        if (after == null) {
            player.unload();
        } else {
            boolean same = before != null && before.isSameMonthAs(after);
            double last = after.frame().days() - 1.0;
            player.load(
                    after.sound(),
                    after.score().days(),
                    after.frame().days(),
                    same ? player.dayPositionProperty().get() : last);
        }
    }
}
