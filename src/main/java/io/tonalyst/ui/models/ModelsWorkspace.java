// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.Workspace;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The Models workspace: what the shipped model is, how it was trained and how well it does. */
public final class ModelsWorkspace implements Workspace {
    private final StackPane view = new StackPane();
    private boolean loaded;

    /**
     * @param folder of the model to describe
     * @param palette colours of the theme in use
     */
    public ModelsWorkspace(
            Path folder, JobRunner jobs, FxExecutor fx, ObservableValue<Palette> palette) {
        view.getStyleClass().add("models");
        view.getChildren().add(new Label("Reading the model's figures…"));
        jobs.<ModelReport>submit(
                (cancel, progress) -> ModelReportReader.read(folder),
                ProgressSink.NONE,
                outcome -> fx.execute(() -> show(outcome, palette)));
    }

    private void show(JobOutcome<ModelReport> outcome, ObservableValue<Palette> palette) {
        switch (outcome) {
            case JobOutcome.Done<ModelReport>(ModelReport report) ->
                    view.getChildren().setAll(new ModelView(report, palette).node());
            case JobOutcome.Failed<ModelReport>(Exception cause) ->
                    view.getChildren().setAll(new Label(Failures.sentence(cause)));
            case JobOutcome.Cancelled<ModelReport>() -> {}
        }
        loaded = true;
    }

    /** Whether the figures have been read, or found to be missing. */
    public boolean isLoaded() {
        return loaded;
    }

    @Override
    public String title() {
        return "Models";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public boolean accepts(Path file) {
        return false;
    }

    @Override
    public void open(List<Path> files) {
        throw new UnsupportedOperationException("Models accept no files");
    }

    @Override
    public void deactivate() {
        // nothing plays here
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
