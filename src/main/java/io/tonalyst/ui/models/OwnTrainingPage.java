// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.training.OwnData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page on which a person trains a model on data of their own. */
final class OwnTrainingPage {
    static final String TITLE = "Train your own";

    private static final String INTRO =
            "Hand over a folder with one subfolder an emotion, a table with path and label, or the"
                    + " corrections exported from Recordings. Everything stays on this machine."
                    + " From the shipped model a few dozen clips an emotion are a start; from"
                    + " nothing it takes thousands.";

    private static final int MOST_PROBLEMS = 6;
    private static final int MOST_EPOCHS = 1000;

    private final OwnTrainingModel model;
    private final FileChoice files;
    private final Path shipped;
    private final Consumer<Path> shown;
    private final VBox sources = new VBox(4);
    private final VBox found = new VBox(8);
    private final Spinner<Integer> epochs =
            new Spinner<>(2, MOST_EPOCHS, OwnTrainingModel.EPOCHS_FROM_MODEL);
    private final TextField name = new TextField();
    private final Label place = Layout.muted("");
    private final Button train = new Button("Train", new FontIcon(Feather.PLAY));
    private final Button stop = new Button("Stop", new FontIcon(Feather.SQUARE));
    private final Button show = new Button("Show the model", new FontIcon(Feather.ARROW_RIGHT));
    private final ProgressBar bar = new ProgressBar(0);
    private final Label told = Layout.paragraph("");
    private final VBox problems = new VBox(4);
    private final Node view;
    private Path parent;
    private boolean fromShipped = true;

    /**
     * @param shipped model that can be started from
     * @param parent folder that models are written into
     * @param shown brings a trained model to the front
     */
    OwnTrainingPage(
            OwnTrainingModel model,
            FileChoice files,
            Path shipped,
            Path parent,
            Consumer<Path> shown) {
        this.model = model;
        this.files = files;
        this.shipped = shipped;
        this.parent = parent;
        this.shown = shown;
        name.setText(freeName(parent));
        name.setAccessibleText("Name of the new model");
        name.setPrefColumnCount(18);
        epochs.setEditable(true);
        epochs.setPrefWidth(90);
        epochs.setAccessibleText("Epochs");
        epochs.getEditor().setAccessibleText("Epochs");
        bar.setPrefWidth(260);
        bar.setAccessibleText("Progress of the training");
        told.getStyleClass().add("training-state");
        view = build();
        name.textProperty().subscribe(() -> refresh(model.state()));
        model.onChange(this::refresh);
        refresh(model.state());
    }

    Node view() {
        return view;
    }

    private Node build() {
        var folder = new Button("Add a folder…", new FontIcon(Feather.FOLDER));
        folder.setOnAction(
                e ->
                        files.folder("Choose a folder with one subfolder an emotion")
                                .ifPresent(model::add));
        var table = new Button("Add a table or corrections…", new FontIcon(Feather.FILE_TEXT));
        table.setOnAction(
                e -> files.table("Choose a table with path and label").ifPresent(model::add));
        HBox from =
                Layout.choice(
                        "What the training starts from",
                        List.of("From " + shipped.getFileName(), "From nothing"),
                        number -> {
                            fromShipped = number == 0;
                            epochs.getValueFactory()
                                    .setValue(
                                            fromShipped
                                                    ? OwnTrainingModel.EPOCHS_FROM_MODEL
                                                    : OwnTrainingModel.EPOCHS_FRESH);
                        });
        var elsewhere = new Button("Other folder…");
        elsewhere.getStyleClass().add("flat");
        elsewhere.setOnAction(
                e ->
                        files.folder("Choose where the model is written")
                                .ifPresent(
                                        chosen -> {
                                            parent = chosen;
                                            refresh(model.state());
                                        }));
        train.getStyleClass().add("accent");
        train.setOnAction(e -> train());
        stop.setOnAction(e -> model.stop());
        stop.setTooltip(new Tooltip("The epochs that are finished are kept"));
        show.setOnAction(
                e -> {
                    if (model.state() instanceof OwnTrainingModel.State.Done(var outcome)) {
                        shown.accept(outcome.folder());
                    }
                });
        return Layout.page(
                TITLE,
                INTRO,
                Layout.section("Data"),
                row(folder, table),
                sources,
                found,
                Layout.section("Training"),
                row(from, new Label("Epochs"), epochs),
                row(new Label("Name"), name, elsewhere),
                place,
                row(train, stop, show, bar),
                told,
                problems);
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(10, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void train() {
        epochs.commitValue();
        model.train(
                new OwnTrainingModel.Wish(
                        fromShipped ? Optional.of(shipped) : Optional.empty(),
                        epochs.getValue(),
                        out()));
    }

    private Path out() {
        return parent.resolve(name.getText().strip());
    }

    /** The first of own-1, own-2 and so on that does not exist. */
    private static String freeName(Path parent) {
        int number = 1;
        while (Files.exists(parent.resolve("own-" + number))) {
            number++;
        }
        return "own-" + number;
    }

    private static boolean isName(String text) {
        return text.strip().matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");
    }

    private void refresh(OwnTrainingModel.State state) {
        boolean training = state instanceof OwnTrainingModel.State.Training;
        boolean named = isName(name.getText());
        showSources(training);
        showFound();
        place.setText(
                named
                        ? "Written to " + out()
                        : "The name needs letters or digits; spaces, dots, - and _ may follow.");
        train.setDisable(!model.canTrain() || !named);
        setShown(stop, training);
        setShown(bar, training);
        setShown(show, state instanceof OwnTrainingModel.State.Done);
        problems.getChildren().clear();
        told.setText(
                switch (state) {
                    case OwnTrainingModel.State.Idle() -> hint();
                    case OwnTrainingModel.State.Looking() -> "Looking at the data…";
                    case OwnTrainingModel.State.Training(double fraction, String message) -> {
                        bar.setProgress(fraction);
                        yield message;
                    }
                    case OwnTrainingModel.State.Stopped() ->
                            "Stopped. Train goes on after the last finished epoch, if nothing above"
                                    + " is changed.";
                    case OwnTrainingModel.State.Failed(String sentence) -> sentence;
                    case OwnTrainingModel.State.Done(var outcome) -> {
                        list(problems, outcome.problems());
                        yield "%s has learned from %s clips. Its Training page shows how; its figures on validation clips chose the epoch and flatter."
                                .formatted(
                                        outcome.folder().getFileName(),
                                        Format.count(outcome.clips()));
                    }
                });
    }

    private String hint() {
        return model.sources().isEmpty() ? "Add some data to begin." : "";
    }

    private static void setShown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void showSources(boolean training) {
        List<Node> rows = new ArrayList<>();
        for (Path source : model.sources()) {
            var remove = new Button("", new FontIcon(Feather.X));
            remove.getStyleClass().add("flat");
            remove.setAccessibleText("Remove " + source.getFileName());
            remove.setDisable(training);
            remove.setOnAction(e -> model.remove(source));
            rows.add(row(remove, new Label(source.toString())));
        }
        sources.getChildren().setAll(rows);
    }

    private void showFound() {
        found.getChildren().clear();
        if (model.found().isEmpty()) {
            return;
        }
        OwnData data = model.found().get();
        found.getChildren()
                .add(
                        Layout.paragraph(
                                "%s clips, %s"
                                        .formatted(
                                                Format.count(data.clips()),
                                                data.speakers() == 0
                                                        ? "speakers not known."
                                                        : Format.count(data.speakers())
                                                                + " speakers.")));
        List<TableColumn<OwnData.OfCorpus, ?>> columns = new ArrayList<>();
        columns.add(Tables.text("Source", 150, OwnData.OfCorpus::title));
        columns.add(Tables.count("Clips", 64, OwnData.OfCorpus::clips));
        for (Emotion emotion : Emotion.ALL) {
            columns.add(
                    Tables.count(emotion.title(), 70, c -> c.classes().getOrDefault(emotion, 0)));
        }
        found.getChildren().add(Tables.of("What was found", 8, data.corpora(), columns));
        data.obstacle().ifPresent(sentence -> list(found, List.of(sentence)));
        list(found, data.warnings());
        list(found, data.problems().stream().limit(MOST_PROBLEMS).toList());
        long more = data.problemCount() - Math.min(MOST_PROBLEMS, data.problems().size());
        if (more > 0) {
            list(found, List.of("%s more were left out.".formatted(Format.count(more))));
        }
    }

    private static void list(VBox box, List<String> sentences) {
        for (String sentence : sentences) {
            var label = Layout.paragraph(sentence);
            label.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
            label.getStyleClass().add("training-warning");
            box.getChildren().add(label);
        }
    }
}
