// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** Asks the person for files and folders. */
interface FileChoice {
    /** Asks where to write a picture. */
    Optional<Path> picture(String suggestedName);

    /** Asks for a folder to read. */
    Optional<Path> folder(String title);

    /** Asks for a table to read. */
    Optional<Path> table(String title);

    /** Choosers of this platform, in front of the window that {@code owner} is in. */
    static FileChoice dialogs(Node owner) {
        return new FileChoice() {
            @Override
            public Optional<Path> picture(String suggestedName) {
                var chooser = new FileChooser();
                chooser.setTitle("Export a picture");
                chooser.setInitialFileName(suggestedName);
                chooser.getExtensionFilters()
                        .add(new FileChooser.ExtensionFilter("PNG picture", "*.png"));
                return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow()))
                        .map(File::toPath);
            }

            @Override
            public Optional<Path> table(String title) {
                var chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters()
                        .add(new FileChooser.ExtensionFilter("Table", "*.csv", "*.tsv", "*.txt"));
                return Optional.ofNullable(chooser.showOpenDialog(owner.getScene().getWindow()))
                        .map(File::toPath);
            }

            @Override
            public Optional<Path> folder(String title) {
                var chooser = new DirectoryChooser();
                chooser.setTitle(title);
                return Optional.ofNullable(chooser.showDialog(owner.getScene().getWindow()))
                        .map(File::toPath);
            }
        };
    }
}
