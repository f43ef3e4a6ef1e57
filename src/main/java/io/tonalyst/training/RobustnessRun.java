// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Fold;
import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.training.robustness.Robustness;
import io.tonalyst.training.robustness.RobustnessReport;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tries the networks of the clip protocol on changed sound of their test clips, and writes {@code
 * evaluation/robustness.json} and {@code robustness.csv}.
 */
public final class RobustnessRun {
    private static final String JSON = "robustness.json";
    private static final String ROWS = "robustness.csv";

    private final RecordingDecoder decoder;
    private final ModelLoader loader;

    /** Loads the model in a folder. */
    @FunctionalInterface
    public interface ModelLoader {
        /**
         * Loads a model.
         *
         * @throws ModelException with one sentence, if it cannot be loaded
         */
        EmotionModel load(Path folder) throws ModelException;
    }

    public RobustnessRun(RecordingDecoder decoder, ModelLoader loader) {
        this.decoder = decoder;
        this.loader = loader;
    }

    /**
     * Runs all conditions on all folds.
     *
     * @param out folder of the model
     * @throws IOException with one sentence, if the networks of the clip protocol are not there or
     *     the folder cannot be written
     * @throws ModelException with one sentence, if a network cannot be loaded
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public RobustnessReport run(
            ClipImages images, Recipe recipe, Path out, CancelToken cancel, ProgressSink progress)
            throws IOException, ModelException {
        var folder = new ModelFolder(out);
        List<Fold> folds = Protocol.CLIP.folds(images.clips(), recipe.seed());
        var robustness = new Robustness(decoder);
        for (Fold fold : folds) {
            Path model = ProtocolRunner.modelOf(folder, Protocol.CLIP, fold);
            if (!Files.isRegularFile(model.resolve(ModelManifest.FILE))) {
                throw new IOException(
                        "The networks of the clip protocol are not in "
                                + out
                                + "; run 'tonalyst evaluate --protocol CLIP' with the same folder first.");
            }
            robustness.add(
                    loader.load(model),
                    fold,
                    cancel,
                    progress.part(
                            (double) fold.index() / folds.size(),
                            (fold.index() + 1.0) / folds.size()));
        }
        RobustnessReport report = robustness.report();
        WholeFile.write(folder.evaluation().resolve(ROWS), robustness.rows());
        JsonFiles.write(folder.evaluation().resolve(JSON), report);
        ModelCard.refresh(folder);
        return report;
    }

    /** The report in the folder of a model, if it was made. */
    static Optional<RobustnessReport> read(ModelFolder folder) throws IOException {
        Path file = folder.evaluation().resolve(JSON);
        return Files.isRegularFile(file)
                ? Optional.of(JsonFiles.read(file, RobustnessReport.class))
                : Optional.empty();
    }
}
