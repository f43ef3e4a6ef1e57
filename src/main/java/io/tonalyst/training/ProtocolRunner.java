// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.Fold;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.training.EvaluationReport.FoldRun;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains and judges one network a fold of a protocol and writes the evaluation files of the model.
 * Every training resumes where it was stopped; finished ones are not repeated.
 */
public final class ProtocolRunner {
    /** Folder beside the checkpoints of a fold that holds its networks as a model. */
    private static final String MODEL = "model";

    private final ClipImages images;
    private final Recipe recipe;

    public ProtocolRunner(ClipImages images, Recipe recipe) {
        this.images = images;
        this.recipe = recipe;
    }

    /**
     * Runs a protocol.
     *
     * @param out folder of the model; its card and manifest, if there are, are brought up to date
     * @throws IOException with one sentence, if the folder cannot be written
     * @throws java.util.concurrent.CancellationException if cancelled; the epochs done are kept
     */
    public EvaluationReport run(
            Protocol protocol, Path out, CancelToken cancel, ProgressSink progress)
            throws IOException {
        var folder = new ModelFolder(out);
        List<Fold> folds = protocol.folds(images.clips(), recipe.seed());
        List<FoldRun> runs = new ArrayList<>();
        List<ScoredClip> scored = new ArrayList<>();
        for (Fold fold : folds) {
            ProgressSink part =
                    progress.part(
                            (double) fold.index() / folds.size(),
                            (fold.index() + 1.0) / folds.size());
            Path run = runOf(folder, protocol, fold);
            Recipe own = protocol.recipe(recipe, fold);
            Members members =
                    Members.train(images, own, fold, run, cancel, named(part, protocol, fold));
            Calibration calibration = members.calibrate(images, fold.validation());
            scored.addAll(score(members, fold, calibration));
            runs.add(
                    new FoldRun(
                            fold.train().size(),
                            fold.validation().size(),
                            members.keptEpochs(),
                            calibration));
            keep(members, own, fold, calibration, run);
            log(folder, protocol, own, fold, members);
        }
        if (scored.isEmpty()) {
            throw new IOException("There are too few clips to test on.");
        }
        EvaluationReport report = EvaluationReport.of(protocol, recipe, runs, scored);
        new EvaluationFiles(folder.evaluation(), protocol).write(report, scored, folds);
        ModelCard.refresh(folder);
        return report;
    }

    private static Path runOf(ModelFolder folder, Protocol protocol, Fold fold) {
        return folder.run(protocol.key()).resolve("fold-" + fold.index());
    }

    /** Where the networks of a fold lie as a model of their own once it was judged. */
    static Path modelOf(ModelFolder folder, Protocol protocol, Fold fold) {
        return runOf(folder, protocol, fold).resolve(MODEL);
    }

    private static ProgressSink named(ProgressSink progress, Protocol protocol, Fold fold) {
        return (fraction, message) ->
                progress.report(
                        fraction, protocol.key() + " fold " + fold.index() + ": " + message);
    }

    /** Keeps the networks of a fold as a model of its own, so that more can be asked of them. */
    private static void keep(
            Members members, Recipe recipe, Fold fold, Calibration calibration, Path run)
            throws IOException {
        new ModelFolder(run.resolve(MODEL))
                .ship(
                        members,
                        recipe,
                        fold.train(),
                        calibration,
                        fold.validation().size() + " clips",
                        Optional.empty());
    }

    private void log(ModelFolder folder, Protocol protocol, Recipe own, Fold fold, Members members)
            throws IOException {
        var log = RunLog.of(folder.path());
        String id = RunLog.id(protocol.key() + "-" + fold.index(), own);
        if (log.holds(id)) {
            return;
        }
        log.append(
                new RunLog.Run(
                        id,
                        "evaluation",
                        null,
                        protocol.key(),
                        fold.index(),
                        own.seed(),
                        RunLog.tree(own),
                        members.parameters(),
                        own.epochs(),
                        members.cpu().toMillis() / 1e3,
                        members.scores(images, fold.validation()),
                        members.scores(images, fold.test()),
                        ""));
    }

    private List<ScoredClip> score(Members members, Fold fold, Calibration calibration) {
        float[][] logits = members.logits(images.of(fold.test()));
        List<ScoredClip> scored = new ArrayList<>();
        for (int i = 0; i < logits.length; i++) {
            Clip clip = fold.test().get(i);
            double[] p = Softmax.of(logits[i], calibration.temperature());
            float[] probabilities = new float[Emotion.ALL.size()];
            for (int k = 0; k < p.length; k++) {
                probabilities[k] = (float) p[k];
            }
            scored.add(
                    new ScoredClip(
                            clip.id(),
                            clip.corpus().title(),
                            clip.speaker(),
                            fold.index(),
                            clip.emotion(),
                            probabilities));
        }
        return scored;
    }
}
