// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.playback.Playback;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.reference.LeakageTable;
import io.tonalyst.training.NetworkSize;
import io.tonalyst.training.OwnTraining;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.ui.Workspace;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The Models workspace: what a model is, what it was made of, how it was trained and chosen, and
 * how well it does. It shows what the files in the folder of the model say and computes no figure
 * that does not follow from them.
 */
public final class ModelsWorkspace implements Workspace {
    private final StackPane view = new StackPane();
    private final Path shipped;
    private final PageTools tools;
    private final CorpusTools corpora;
    private final LatestOnly<Contents> reads;
    private final OwnTrainingModel training;
    private final OwnTrainingPage trainingPage;
    private final Set<Path> trained = new LinkedHashSet<>();
    private @Nullable ModelView pages;
    private boolean loaded;

    /** What is read in the background. */
    private record Contents(
            ModelReport report, LeakageTable leakage, List<Path> models, List<String> problems) {}

    /**
     * @param shipped folder of the model to describe first; others beside it can be chosen
     * @param own trains on data of the person's own
     * @param playback plays examples of the corpora
     * @param folders where the corpora lie on this machine, as the person said
     * @param palette colours of the theme in use
     */
    public ModelsWorkspace(
            Path shipped,
            OwnTraining own,
            RecordingDecoder decoder,
            Playback playback,
            RememberedFolders folders,
            JobRunner jobs,
            FxExecutor fx,
            StatusReporter status,
            ObservableValue<Palette> palette) {
        this.shipped = shipped;
        this.tools =
                new PageTools(palette, new ChartExport(jobs, status), FileChoice.dialogs(view));
        this.corpora = new CorpusTools(decoder, playback, folders, jobs, fx, status);
        this.reads = new LatestOnly<>(jobs, fx);
        this.training = new OwnTrainingModel(own, NetworkSize.SMALL, fx, status);
        Path parent = Objects.requireNonNull(shipped.toAbsolutePath().getParent());
        this.trainingPage =
                new OwnTrainingPage(training, tools.files(), shipped, parent, this::showTrained);
        view.getStyleClass().add("models");
        view.getChildren().add(new Label("Reading the model's figures…"));
        load(shipped);
    }

    private void load(Path folder) {
        load(folder, pages == null ? "" : pages.chosen());
    }

    private void load(Path folder, String page) {
        reads.request(
                (cancel, progress) -> read(folder),
                ProgressSink.NONE,
                outcome -> {
                    loaded = true;
                    outcome.settle(contents -> show(contents, page), this::fail);
                });
    }

    private void showTrained(Path folder) {
        trained.add(folder);
        load(folder, "Training");
    }

    private Contents read(Path folder) throws Exception {
        Path parent = Objects.requireNonNull(shipped.toAbsolutePath().getParent());
        ModelReport report = ModelReportReader.read(folder);
        LeakageTable leakage;
        List<String> problems = List.of();
        try {
            leakage = LeakageTable.read(parent);
        } catch (IOException e) {
            leakage = new LeakageTable(List.of());
            problems = List.of(Failures.sentence(e));
        }
        return new Contents(report, leakage, ModelReportReader.models(parent, shipped), problems);
    }

    private void show(Contents contents, String page) {
        contents.problems().forEach(corpora.status()::problem);
        ModelReport report = contents.report();
        var made =
                new ModelView(
                        report,
                        contents.leakage(),
                        tools,
                        corpora,
                        trainingPage,
                        head(report.folder(), contents.models()));
        made.choose(page);
        pages = made;
        view.getChildren().setAll(made.node());
    }

    private void fail(Exception cause) {
        if (pages == null) {
            view.getChildren().setAll(new Label(Failures.sentence(cause)));
        } else {
            corpora.status().problem(Failures.sentence(cause));
        }
    }

    /** The choice of the model, and the button that reads its files anew. */
    private Node head(Path folder, List<Path> models) {
        var choice = new ComboBox<Path>();
        var all = new LinkedHashSet<>(models);
        all.addAll(trained);
        all.add(folder);
        choice.getItems().setAll(all);
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Path path) {
                        return path == null ? "" : String.valueOf(path.getFileName());
                    }

                    @Override
                    public Path fromString(String text) {
                        throw new UnsupportedOperationException();
                    }
                });
        choice.setValue(folder);
        choice.setAccessibleText("Model");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setMinWidth(0);
        HBox.setHgrow(choice, Priority.ALWAYS);
        choice.setOnAction(event -> load(choice.getValue()));
        var again = new Button("", new FontIcon(Feather.REFRESH_CW));
        again.setTooltip(new Tooltip("Read the files again, for trainings under way"));
        again.setAccessibleText("Read the files again");
        again.getStyleClass().add("flat");
        again.setOnAction(event -> load(folder));
        var name = new Label(String.valueOf(folder.getFileName()));
        name.getStyleClass().add("models-section");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        var head = new HBox(6, all.size() < 2 ? name : choice, again);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** Whether the figures have been read, or found to be missing. */
    public boolean isLoaded() {
        return loaded;
    }

    /** Titles of the pages, in order; empty until loaded. */
    public List<String> pageTitles() {
        return pages == null ? List.of() : pages.titles();
    }

    /** Brings a page to the front by its title; one that there is not is ignored. */
    public void showPage(String title) {
        if (pages != null) {
            pages.choose(title);
        }
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
        corpora.playback().pause();
    }

    @Override
    public void close() {
        reads.cancel();
        training.close();
        corpora.playback().close();
    }
}
