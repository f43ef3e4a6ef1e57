// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.Fold;
import io.tonalyst.corpus.Splits;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Trains the model that is shipped: on all clips but those of a few validation speakers. */
public final class ModelTraining {
    private static final int ENOUGH_TO_CALIBRATE = 50;

    private final ClipImages images;
    private final Recipe recipe;
    private final Optional<StartModel> start;

    public ModelTraining(ClipImages images, Recipe recipe) {
        this(images, recipe, Optional.empty());
    }

    /**
     * @param start model whose weights are gone on from, with a recipe of its {@link
     *     StartModel#fineTuning}; empty: fresh networks
     */
    public ModelTraining(ClipImages images, Recipe recipe, Optional<StartModel> start) {
        this.images = images;
        this.recipe = recipe;
        this.start = start;
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
        Members members =
                Members.train(images, recipe, start, fold, folder.run("ship"), cancel, progress);
        folder.ship(
                members,
                recipe,
                fold.train(),
                calibration(members, fold),
                validatedOn(fold),
                start);
        log(folder, fold, members);
        ModelCard.refresh(folder);
        return members.results();
    }

    /** Few validation clips say less of the confidence than the model that was started from. */
    private Calibration calibration(Members members, Fold fold) {
        return start.filter(model -> isFew(fold))
                .map(StartModel::calibration)
                .orElseGet(() -> members.calibrate(images, fold.validation()));
    }

    private static boolean isFew(Fold fold) {
        return fold.validation().size() < ENOUGH_TO_CALIBRATE;
    }

    private String validatedOn(Fold fold) {
        return voices(fold)
                + (start.isPresent() && isFew(fold)
                        ? "; temperature and threshold are those of the model it went on from"
                        : "");
    }

    private static String voices(Fold fold) {
        List<Clip> clips = fold.validation();
        List<String> learned = fold.train().stream().map(Clip::speaker).toList();
        boolean newVoices =
                clips.stream().allMatch(c -> c.hasSpeaker() && !learned.contains(c.speaker()));
        return newVoices
                ? clips.size()
                        + " clips of "
                        + clips.stream().map(Clip::speaker).distinct().count()
                        + " speakers not trained on"
                : clips.size() + " clips, whose speakers may have been trained on";
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
