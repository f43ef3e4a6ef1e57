// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.CorpusSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The summary of the corpora a model was trained on, {@value #FILE} in its folder: numbers only, so
 * that they can be shown where the recordings are not.
 */
public final class ModelData {
    /** Name of the file in the folder of a model. */
    public static final String FILE = "data.json";

    private ModelData() {}

    /**
     * Writes the summary into the folder of a model, made if missing, and brings the hashes of its
     * manifest up to date where it has one.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path modelFolder, CorpusSummary summary) throws IOException {
        Files.createDirectories(modelFolder);
        JsonFiles.write(modelFolder.resolve(FILE), summary);
        var folder = new ModelFolder(modelFolder);
        if (folder.hasModel()) {
            folder.seal();
        }
    }

    /**
     * The summary in the folder of a model; nothing where there is none.
     *
     * @throws IOException if it is there and cannot be read
     */
    public static Optional<CorpusSummary> read(Path modelFolder) throws IOException {
        Path file = modelFolder.resolve(FILE);
        return Files.isRegularFile(file)
                ? Optional.of(JsonFiles.read(file, CorpusSummary.class))
                : Optional.empty();
    }
}
