// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Fold;
import io.tonalyst.corpus.Splits;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Trains the model that is shipped: on all clips but those of a few validation speakers. */
public final class ModelTraining {
    private final ClipImages images;
    private final Recipe recipe;

    public ModelTraining(ClipImages images, Recipe recipe) {
        this.images = images;
        this.recipe = recipe;
    }

    /**
     * Trains, or goes on with a stopped training, and writes networks, history, card and manifest.
     *
     * @param out folder of the model; its name is the model's name
     * @throws IOException with one sentence, if the folder cannot be written
     * @throws java.util.concurrent.CancellationException if cancelled; the epochs done are kept
     */
    public List<Trainer.Result> run(Path out, CancelToken cancel, ProgressSink progress)
            throws IOException {
        var folder = new ModelFolder(out);
        Fold fold = Splits.forShipping(images.clips(), recipe.seed());
        Members members = Members.train(images, recipe, fold, folder.run("ship"), cancel, progress);
        long speakers = fold.validation().stream().map(c -> c.speaker()).distinct().count();
        folder.ship(
                members,
                recipe,
                fold.train().size(),
                members.calibrate(images, fold.validation()),
                fold.validation().size() + " clips of " + speakers + " speakers not trained on");
        log(folder, fold, members);
        ModelCard.refresh(folder);
        return members.results();
    }

    private void log(ModelFolder folder, Fold fold, Members members) throws IOException {
        var log = RunLog.of(folder.path());
        String id = RunLog.id("ship", recipe);
        if (log.holds(id)) {
            return;
        }
        log.append(
                new RunLog.Run(
                        id,
                        "ship",
                        null,
                        null,
                        null,
                        recipe.seed(),
                        RunLog.tree(recipe),
                        members.parameters(),
                        recipe.epochs(),
                        members.cpu().toMillis() / 1e3,
                        members.scores(images, fold.validation()),
                        null,
                        ""));
    }
}
