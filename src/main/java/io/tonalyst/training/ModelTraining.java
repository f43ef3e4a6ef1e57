// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Fold;
import io.tonalyst.corpus.Splits;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Path;

/** Trains the model that is shipped: on all clips but those of a few validation speakers. */
public final class ModelTraining {
    private final ClipImages images;
    private final Recipe recipe;

    public ModelTraining(ClipImages images, Recipe recipe) {
        this.images = images;
        this.recipe = recipe;
    }

    /**
     * Trains, or goes on with a stopped training, and writes network, history, card and manifest.
     *
     * @param out folder of the model; its name is the model's name
     * @throws IOException with one sentence, if the folder cannot be written
     * @throws java.util.concurrent.CancellationException if cancelled; the epochs done are kept
     */
    public Trainer.Result run(Path out, CancelToken cancel, ProgressSink progress)
            throws IOException {
        var folder = new ModelFolder(out);
        Fold fold = Splits.forShipping(images.clips(), recipe.seed());
        Trainer.Result result =
                new Trainer(images, recipe)
                        .train(fold, folder.run("ship-" + recipe.seed()), cancel, progress);
        Calibration calibration = ProtocolRunner.calibrate(images, result, fold.validation());
        long speakers = fold.validation().stream().map(c -> c.speaker()).distinct().count();
        folder.ship(
                result,
                recipe,
                fold.train().size(),
                calibration,
                fold.validation().size() + " clips of " + speakers + " speakers not trained on");
        ModelCard.refresh(folder);
        return result;
    }
}
