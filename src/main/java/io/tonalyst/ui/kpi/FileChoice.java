// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks the person for a file. */
public interface FileChoice {
    /** Asks for a call log to open. */
    Optional<Path> open();

    /**
     * Asks where to write.
     *
     * @param what named in the title, such as {@code PNG}
     * @param suggested file name with its ending
     */
    Optional<Path> save(String what, String suggested);

    /** Asks for a file with a sound mapping. */
    default Optional<Path> openSoundMapping() {
        return Optional.empty();
    }

    /** Asks for the jar of a JDBC driver. */
    default Optional<Path> jar() {
        return open();
    }

    /** Asks for a folder to write several files into. */
    Optional<Path> folder(String title);

    /** Choosers of this platform, in front of the window that {@code owner} is in. */
    static FileChoice dialogs(Node owner) {
        return new Dialogs(owner);
    }

    /** The platform's file dialogs; each opens where the last one was left. */
    final class Dialogs implements FileChoice {
        private final Node owner;
        private @Nullable File folder;

        private Dialogs(Node owner) {
            this.owner = owner;
        }

        @Override
        public Optional<Path> open() {
            var chooser = chooser("Open a call log");
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(
                                    "Call logs",
                                    "*.csv",
                                    "*.CSV",
                                    "*.tsv",
                                    "*.txt",
                                    "*.xlsx",
                                    "*.gz"),
                            new FileChooser.ExtensionFilter("All files", "*.*"));
            return chosen(chooser.showOpenDialog(window()));
        }

        @Override
        public Optional<Path> openSoundMapping() {
            var chooser = chooser("Open a sound mapping");
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter("Sound mappings", "*.json"),
                            new FileChooser.ExtensionFilter("All files", "*.*"));
            return chosen(chooser.showOpenDialog(window()));
        }

        @Override
        public Optional<Path> jar() {
            var chooser = chooser("Choose a JDBC driver");
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Jars", "*.jar"));
            return chosen(chooser.showOpenDialog(window()));
        }

        @Override
        public Optional<Path> save(String what, String suggested) {
            var chooser = chooser("Export " + what);
            chooser.setInitialFileName(suggested);
            String ending = suggested.substring(suggested.lastIndexOf('.'));
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(what, "*" + ending));
            return chosen(chooser.showSaveDialog(window()));
        }

        @Override
        public Optional<Path> folder(String title) {
            var chooser = new DirectoryChooser();
            chooser.setTitle(title);
            if (folder != null && folder.isDirectory()) {
                chooser.setInitialDirectory(folder);
            }
            File chosen = chooser.showDialog(window());
            if (chosen == null) {
                return Optional.empty();
            }
            folder = chosen;
            return Optional.of(chosen.toPath());
        }

        private FileChooser chooser(String title) {
            var chooser = new FileChooser();
            chooser.setTitle(title);
            if (folder != null && folder.isDirectory()) {
                chooser.setInitialDirectory(folder);
            }
            return chooser;
        }

        private Optional<Path> chosen(@Nullable File file) {
            if (file == null) {
                return Optional.empty();
            }
            folder = file.getParentFile();
            return Optional.of(file.toPath());
        }

        private @Nullable Window window() {
            return owner.getScene() == null ? null : owner.getScene().getWindow();
        }
    }
}
