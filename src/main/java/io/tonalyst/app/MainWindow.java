// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.session.SessionFile;
import io.tonalyst.ui.FocusRing;
import io.tonalyst.ui.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The shell around the workspaces: menu, switch, content, status; takes dropped files. */
final class MainWindow {
    /** Files of one dropped folder that are looked at; a bound, not a wish. */
    private static final int MAX_FILES_OF_A_FOLDER = 5_000;

    private final List<Workspace> workspaces;
    private final StatusPane status;
    private final StackPane content = new StackPane();
    private final BorderPane root = new BorderPane();
    private final Scene scene;
    private final WindowBar bar;
    private @Nullable Workspace current;
    private Consumer<Path> sessionOpener = file -> {};
    private Consumer<Map<Workspace, List<Path>>> redirect = byWorkspace -> {};

    MainWindow(List<Workspace> workspaces, StatusPane status, Settings settings) {
        this.workspaces = List.copyOf(workspaces);
        this.status = status;
        this.scene = new Scene(root, settings.width(), settings.height());
        this.bar = new WindowBar(this.workspaces, this::show);
        root.getStyleClass().add("tonalyst");
        root.setTop(bar.view());
        root.setCenter(content);
        root.setBottom(status.view());
        new FocusRing(root);
        scene.setOnDragOver(this::dragOver);
        scene.setOnDragDropped(this::dropped);
    }

    Scene scene() {
        return scene;
    }

    WindowBar bar() {
        return bar;
    }

    @Nullable Workspace current() {
        return current;
    }

    /** Shows a view that is no workspace, such as the landing view. */
    void showInstead(Node view) {
        if (current != null) {
            current.deactivate();
            current = null;
        }
        content.getChildren().setAll(view);
        bar.select(null);
    }

    /**
     * Lets many files go to another workspace than few.
     *
     * @param above from how many on, exclusive
     */
    void redirect(Workspace few, Workspace many, int above) {
        redirect =
                byWorkspace -> {
                    List<Path> files = byWorkspace.get(few);
                    if (files != null && files.size() > above) {
                        byWorkspace.remove(few);
                        byWorkspace.put(many, files);
                    }
                };
    }

    /** Says who opens session files. */
    void onSession(Consumer<Path> opener) {
        sessionOpener = opener;
    }

    /**
     * Offers a way back to a workspace, until another is shown.
     *
     * @param to what is there, in words
     */
    void offerBack(String to, Workspace workspace) {
        bar.offerBack(to, () -> show(workspace));
    }

    /** Brings a workspace to the front; the one before pauses. */
    void show(Workspace workspace) {
        bar.offerNoWayBack();
        if (current != workspace) {
            if (current != null) {
                current.deactivate();
            }
            current = workspace;
            content.getChildren().setAll(workspace.view());
        }
        bar.select(workspace);
    }

    /**
     * Opens files and folders, each in the workspace for its kind, and shows the first of these.
     * Files no workspace knows go to the first workspace, whose decoder judges by content.
     *
     * @return the files that were given to a workspace
     */
    List<Path> open(List<Path> paths) {
        Map<Workspace, List<Path>> byWorkspace = new LinkedHashMap<>();
        Optional<Path> session = paths.stream().filter(SessionFile::isSession).findFirst();
        if (session.isPresent()) {
            sessionOpener.accept(session.get());
            return List.of(session.get());
        }
        for (Path path : paths) {
            boolean folder = Files.isDirectory(path);
            for (Path file : folder ? filesOf(path) : List.of(path)) {
                Workspace target = workspaceFor(file);
                if (target == null && !folder) {
                    target = workspaces.getFirst();
                }
                if (target != null) {
                    byWorkspace.computeIfAbsent(target, w -> new ArrayList<>()).add(file);
                }
            }
        }
        if (byWorkspace.isEmpty()) {
            status.problem(
                    "Nothing to open there: drop audio files, or a call log with the ending .csv.");
            return List.of();
        }
        redirect.accept(byWorkspace);
        show(byWorkspace.keySet().iterator().next());
        byWorkspace.forEach(Workspace::open);
        return byWorkspace.values().stream().flatMap(List::stream).toList();
    }

    private @Nullable Workspace workspaceFor(Path file) {
        return workspaces.stream().filter(w -> w.accepts(file)).findFirst().orElse(null);
    }

    private List<Path> filesOf(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 8)) {
            return files.filter(Files::isRegularFile)
                    .limit(MAX_FILES_OF_A_FOLDER)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            status.problem("The folder " + folder + " cannot be read: check its permissions.");
            return List.of();
        }
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        boolean taken = event.getDragboard().hasFiles();
        if (taken) {
            open(event.getDragboard().getFiles().stream().map(java.io.File::toPath).toList());
        }
        event.setDropCompleted(taken);
        event.consume();
    }
}
