// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import io.tonalyst.training.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file {@code reference.json} of a pipeline: how each protocol was run and what came of it.
 *
 * @param pipeline its key
 * @param protocols by key
 */
public record ReferenceSummary(String pipeline, Map<String, Outcome> protocols) {
    /** Name of the file. */
    static final String FILE = "reference.json";

    /**
     * One protocol. Shares and figures are 0 to 1.
     *
     * @param clips read from the corpora
     * @param trainRows learned from, all folds together
     * @param testRows judged, all folds together
     * @param siblingShare share of the test rows with another copy of their recording in training
     * @param speakerShare share of the test rows whose speaker is heard in training
     * @param uar mean recall over the classes
     * @param corpusAccuracy by title of the corpus
     */
    public record Outcome(
            ReferenceRecipe recipe,
            int clips,
            int trainRows,
            int testRows,
            double siblingShare,
            double speakerShare,
            double accuracy,
            double uar,
            Map<String, Double> corpusAccuracy) {}

    /** A copy with the outcome of one protocol put in. */
    ReferenceSummary with(ReferenceProtocol protocol, Outcome outcome) {
        Map<String, Outcome> all = new TreeMap<>(protocols);
        all.put(protocol.key(), outcome);
        return new ReferenceSummary(pipeline, all);
    }

    /**
     * Reads the summary of a pipeline's folder; one without protocols if there is none.
     *
     * @throws IOException with one sentence, if the file is damaged
     */
    static ReferenceSummary read(ReferencePipeline pipeline, Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return new ReferenceSummary(pipeline.key(), Map.of());
        }
        try {
            return JsonFiles.read(file, ReferenceSummary.class);
        } catch (IOException e) {
            throw new IOException(
                    file
                            + " is damaged; delete it and run 'tonalyst reference' for this"
                            + " pipeline again.",
                    e);
        }
    }

    void write(Path folder) throws IOException {
        JsonFiles.write(folder.resolve(FILE), this);
    }
}
