// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.library;

import io.tonalyst.interchange.AnalysisFormat;
import io.tonalyst.library.LibraryEntry;
import io.tonalyst.library.LibraryModel;
import io.tonalyst.library.NamePattern;
import io.tonalyst.recording.AudioFiles;
import io.tonalyst.review.Review;
import io.tonalyst.session.SessionDocument;
import io.tonalyst.ui.Workspace;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Hundreds of recordings: taken in, watched for, analysed in a batch, sorted, searched, opened. */
public final class LibraryWorkspace implements Workspace {
    /** Results can come faster than a table should be drawn. */
    private static final Duration REST = Duration.millis(200);

    private final LibraryModel model;
    private final LibraryTable table;
    private final BorderPane root = new BorderPane();
    private final Button analyse = new Button("Analyse", new FontIcon(Feather.PLAY));
    private final Button stop = new Button("Stop", new FontIcon(Feather.SQUARE));
    private final FilterField filter;
    private final TextField pattern = new TextField();
    private final Label patternProblem = new Label();
    private final Label watched = new Label();
    private final Button unwatch = new Button("Stop watching");
    private final PauseTransition rest = new PauseTransition(REST);
    private boolean fresh = true;

    /**
     * @param model closed with the workspace
     * @param views open recordings where they can be seen and heard
     * @param reviews what a person says of a recording
     */
    public LibraryWorkspace(
            LibraryModel model, RecordingViews views, Function<Path, Review> reviews) {
        this.model = model;
        this.table = new LibraryTable(views, model::remove, reviews);
        this.filter = new FilterField(table);
        build(reviews);
        rest.setOnFinished(event -> refresh());
        model.onChange(this::changed);
        refresh();
    }

    private void build(Function<Path, Review> reviews) {
        analyse.getStyleClass().add("accent");
        analyse.setTooltip(new Tooltip("Analyse all recordings that have no result yet"));
        analyse.setOnAction(event -> model.analyse());
        stop.setOnAction(event -> model.cancel());
        unwatch.setOnAction(event -> model.watched().forEach(model::unwatch));
        unwatch.getStyleClass().addAll("flat", "small");
        pattern.setPromptText("{agent}_{date:yyyyMMdd}_{time:HHmm}");
        pattern.setAccessibleText("How agent and start time stand in file names");
        pattern.setPrefColumnCount(26);
        pattern.setOnAction(event -> takePattern());
        pattern.focusedProperty()
                .addListener(
                        (p, before, after) -> {
                            if (!after) {
                                takePattern();
                            }
                        });
        patternProblem.getStyleClass().add("silent-note");
        watched.getStyleClass().add("muted");
        var bar =
                new HBox(
                        button("Add files…", Feather.FILE_PLUS, this::chooseFiles),
                        button("Add folder…", Feather.FOLDER_PLUS, () -> chooseFolder(false)),
                        button("Watch folder…", Feather.EYE, () -> chooseFolder(true)),
                        analyse,
                        stop,
                        table.sortMenu(),
                        exportMenu(reviews),
                        spacer(),
                        filter.count(),
                        filter.view());
        bar.getStyleClass().add("recordings-bar");
        var names =
                new HBox(
                        8,
                        new Label("File names"),
                        pattern,
                        patternProblem,
                        spacer(),
                        watched,
                        unwatch,
                        filter.problem());
        names.getStyleClass().add("library-names");
        root.setTop(new VBox(bar, names));
        root.setCenter(table.view());
        root.getStyleClass().add("library-workspace");
        root.sceneProperty().addListener((p, before, after) -> table.refresh());
        root.addEventFilter(KeyEvent.KEY_PRESSED, filter::key);
        root.addEventHandler(DragEvent.DRAG_OVER, this::dragOver);
        root.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    @Override
    public String title() {
        return "Library";
    }

    @Override
    public Node view() {
        return root;
    }

    /** None by itself: single recordings are for the Recordings workspace. */
    @Override
    public boolean accepts(Path file) {
        return false;
    }

    @Override
    public void open(List<Path> files) {
        model.add(files);
    }

    @Override
    public void deactivate() {}

    @Override
    public void close() {
        rest.stop();
        model.close();
    }

    /** The recordings and their batch. */
    public LibraryModel model() {
        return model;
    }

    /** Shows what a session holds in place of what is there. */
    public void showSession(SessionDocument session) {
        model.clear();
        pattern.setText(session.namePattern());
        takePattern();
        session.watched().stream().filter(Files::isDirectory).forEach(model::watch);
        model.add(session.recordings().stream().map(SessionDocument.Entry::file).toList());
    }

    private void takePattern() {
        String text = pattern.getText().strip();
        try {
            Optional<NamePattern> next =
                    text.isEmpty() ? Optional.empty() : Optional.of(NamePattern.of(text));
            patternProblem.setText("");
            if (!next.map(NamePattern::text).equals(model.pattern().map(NamePattern::text))) {
                model.setPattern(next);
            }
        } catch (IllegalArgumentException e) {
            patternProblem.setText(e.getMessage());
        }
    }

    private void changed() {
        if (fresh) {
            fresh = false;
            rest.playFromStart();
        }
    }

    private void refresh() {
        fresh = true;
        table.show(model.entries());
        filter.showCount();
        analyse.setDisable(
                model.isRunning()
                        || model.entries().stream()
                                .noneMatch(e -> e.state() == LibraryEntry.State.NEW));
        stop.setDisable(!model.isRunning());
        int folders = model.watched().size();
        watched.setText(
                folders == 0
                        ? ""
                        : "Watching " + folders + (folders == 1 ? " folder" : " folders"));
        unwatch.setVisible(folders > 0);
    }

    private void chooseFiles() {
        var chooser = new FileChooser();
        chooser.setTitle("Add recordings to the library");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Recordings", AudioFiles.patterns()));
        List<File> files = chooser.showOpenMultipleDialog(root.getScene().getWindow());
        if (files != null) {
            model.add(files.stream().map(File::toPath).toList());
        }
    }

    /** Writes the chosen rows, or all rows in the table when none is chosen. */
    private MenuButton exportMenu(Function<Path, Review> reviews) {
        var menu = new MenuButton("Export", new FontIcon(Feather.DOWNLOAD));
        menu.setTooltip(new Tooltip("Write the chosen recordings, or all that are shown"));
        for (AnalysisFormat format : AnalysisFormat.values()) {
            var item = new MenuItem(format.title() + "…");
            item.setOnAction(event -> chooseExport(format, reviews));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void chooseExport(AnalysisFormat format, Function<Path, Review> reviews) {
        var chooser = new DirectoryChooser();
        chooser.setTitle("Write one " + format.title() + " a recording into a folder");
        File folder = chooser.showDialog(root.getScene().getWindow());
        if (folder != null) {
            List<Path> chosen = table.chosen();
            model.export(
                    chosen.isEmpty() ? table.shown() : chosen, format, folder.toPath(), reviews);
        }
    }

    private void chooseFolder(boolean watch) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(watch ? "Watch a folder" : "Add a folder to the library");
        File folder = chooser.showDialog(root.getScene().getWindow());
        if (folder != null && watch) {
            model.watch(folder.toPath());
        } else if (folder != null) {
            model.add(List.of(folder.toPath()));
        }
    }

    private void dragOver(DragEvent event) {
        if (takes(event)) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (takes(event)) {
            model.add(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /** Files of other kinds are left to the window. */
    private static boolean takes(DragEvent event) {
        return event.getDragboard().hasFiles()
                && event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .allMatch(f -> AudioFiles.isAudio(f) || Files.isDirectory(f));
    }

    private static Button button(String text, Feather icon, Runnable action) {
        var button = new Button(text, new FontIcon(icon));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Region spacer() {
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
