// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import io.tonalyst.reference.ReferenceReport.FoldRun;
import io.tonalyst.reference.ReferenceSummary.Outcome;
import io.tonalyst.training.EvaluationFiles;
import io.tonalyst.training.Figures;
import io.tonalyst.training.ScoredClip;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Trains and judges a reference network under a protocol and writes its evaluation files and
 * summary. A stopped run goes on where it was; finished folds are not repeated.
 */
public final class ReferenceRunner {
    /** Probabilities are written, and figures computed, with so many parts. */
    private static final float PARTS = 100_000;

    private final ReferenceRows rows;
    private final ReferenceRecipe recipe;

    public ReferenceRunner(ReferenceRows rows, ReferenceRecipe recipe) {
        this.rows = rows;
        this.recipe = recipe;
    }

    /**
     * Runs a protocol.
     *
     * @param models folder that the pipeline's own folder lies in
     * @throws IOException with one sentence, if there are too few clips or the folder cannot be
     *     written
     * @throws java.util.concurrent.CancellationException if cancelled; the epochs done are kept
     */
    public ReferenceReport run(
            ReferenceProtocol protocol, Path models, CancelToken cancel, ProgressSink progress)
            throws IOException {
        Path folder = models.resolve(rows.pipeline().folder());
        List<RowSplit> splits = RowSplit.of(protocol, rows, recipe.seed());
        if (splits.stream().anyMatch(s -> s.train().isEmpty() || s.test().isEmpty())) {
            throw new IOException("There are too few clips or speakers for this protocol.");
        }
        List<FoldRun> runs = new ArrayList<>();
        List<ScoredClip> scored = new ArrayList<>();
        for (RowSplit split : splits) {
            int fold = split.files().index();
            ProgressSink part =
                    progress.part((double) fold / splits.size(), (fold + 1.0) / splits.size());
            Path checkpoint = folder.resolve("runs").resolve(protocol.key() + "-" + fold + ".bin");
            ReferenceTrainer.Result result =
                    new ReferenceTrainer(rows, recipe)
                            .run(split, checkpoint, cancel, named(part, protocol, fold));
            scored.addAll(score(split, result.probabilities()));
            runs.add(
                    new FoldRun(
                            split.train().size(),
                            siblingShare(split),
                            speakerShare(split),
                            result.history().getLast()));
        }
        ReferenceReport report =
                ReferenceReport.of(protocol, recipe, rows.clips().size(), runs, scored);
        Path evaluation = Files.createDirectories(folder.resolve("evaluation"));
        new EvaluationFiles(evaluation, protocol.key())
                .write(report, scored, splits.stream().map(RowSplit::files).toList());
        ReferenceSummary.read(rows.pipeline(), folder)
                .with(protocol, outcome(report))
                .write(folder);
        return report;
    }

    /** The summary of a report. */
    static Outcome outcome(ReferenceReport report) {
        Map<String, Double> corpora = new LinkedHashMap<>();
        for (Map.Entry<String, Figures> corpus : report.corpora().entrySet()) {
            corpora.put(corpus.getKey(), corpus.getValue().accuracy());
        }
        return new Outcome(
                report.recipe(),
                report.clips(),
                report.trainRows(),
                report.testRows(),
                report.siblingShare(),
                report.speakerShare(),
                report.overall().accuracy(),
                report.overall().uar(),
                corpora);
    }

    private static ProgressSink named(ProgressSink progress, ReferenceProtocol protocol, int fold) {
        return (fraction, message) ->
                progress.report(fraction, protocol.key() + " fold " + fold + ": " + message);
    }

    private static List<ScoredClip> score(RowSplit split, List<float[]> probabilities) {
        List<ScoredClip> scored = new ArrayList<>();
        for (int i = 0; i < split.test().size(); i++) {
            ReferenceRow row = split.test().get(i);
            float[] p = probabilities.get(i).clone();
            for (int k = 0; k < p.length; k++) {
                p[k] = Math.round(p[k] * PARTS) / PARTS;
            }
            scored.add(
                    new ScoredClip(
                            row.id(),
                            row.clip().corpus().title(),
                            row.clip().speaker(),
                            split.files().index(),
                            row.clip().emotion(),
                            p));
        }
        return scored;
    }

    private static double siblingShare(RowSplit split) {
        return RowSplit.siblingShare(
                split.train().stream().map(ReferenceRow::id).toList(),
                split.test().stream().map(ReferenceRow::id).toList());
    }

    private static double speakerShare(RowSplit split) {
        Set<String> heard = new HashSet<>();
        split.train().forEach(row -> heard.add(row.clip().speaker()));
        return RowSplit.share(
                split.test().stream().map(row -> row.clip().speaker()).toList(), heard);
    }
}
