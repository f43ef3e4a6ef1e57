// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.recording.AudioFiles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;

/** Recordings and folders of them that are dropped on a node or chosen in a dialog. */
final class FileInput {
    private final Node node;
    private final Consumer<List<Path>> opener;

    /**
     * @param node takes what is dropped; its window owns the dialog
     * @param opener receives the files and folders
     */
    FileInput(Node node, Consumer<List<Path>> opener) {
        this.node = node;
        this.opener = opener;
        node.addEventHandler(DragEvent.DRAG_OVER, this::dragOver);
        node.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    /** Asks for recordings. */
    void choose() {
        var chooser = new FileChooser();
        chooser.setTitle("Open recordings");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Recordings", AudioFiles.patterns()),
                        new FileChooser.ExtensionFilter("All files", "*"));
        List<File> files = chooser.showOpenMultipleDialog(node.getScene().getWindow());
        if (files != null) {
            opener.accept(paths(files));
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
            opener.accept(paths(event.getDragboard().getFiles()));
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /** Files of other kinds are left to the window, which knows the other workspaces. */
    private static boolean takes(DragEvent event) {
        return event.getDragboard().hasFiles()
                && paths(event.getDragboard().getFiles()).stream()
                        .allMatch(file -> AudioFiles.isAudio(file) || Files.isDirectory(file));
    }

    private static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).toList();
    }
}
