// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.training.Calibration;
import io.tonalyst.training.Confidence;
import io.tonalyst.training.EvaluationReport.Spread;
import io.tonalyst.training.Figures;
import io.tonalyst.training.ScoredClip;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The figures of a reference network under a protocol. All but the recipe and the training follow
 * from the scored rows and the splits.
 *
 * @param protocol its key
 * @param clips read from the corpora
 * @param trainRows learned from, all folds together
 * @param testRows judged, all folds together
 * @param siblingShare share of the test rows with another row of their clip in training
 * @param speakerShare share of the test rows whose speaker is heard in training
 * @param labels keys of the classes in order
 * @param overall all folds together
 * @param confidence with a temperature of 1, as the reference scales none, and nothing abstained
 *     from
 * @param corpora by title; only those with clips
 * @param spread over the folds
 */
public record ReferenceReport(
        String protocol,
        ReferenceRecipe recipe,
        int clips,
        int trainRows,
        int testRows,
        double siblingShare,
        double speakerShare,
        List<String> labels,
        Figures overall,
        Confidence confidence,
        Map<String, Figures> corpora,
        List<OfFold> folds,
        Spread spread) {
    /**
     * One fold.
     *
     * @param last what the last epoch saw of the training rows
     */
    public record OfFold(
            int fold,
            int trainRows,
            int testRows,
            double siblingShare,
            double speakerShare,
            EpochSummary last,
            Figures figures) {}

    /**
     * What is known of a fold beside its scored rows.
     *
     * @param siblingShare of its test rows
     * @param speakerShare of its test rows
     */
    record FoldRun(int trainRows, double siblingShare, double speakerShare, EpochSummary last) {}

    /**
     * @param scored one a tested row, at least one a fold
     */
    static ReferenceReport of(
            ReferenceProtocol protocol,
            ReferenceRecipe recipe,
            int clips,
            List<FoldRun> runs,
            List<ScoredClip> scored) {
        List<OfFold> folds = new ArrayList<>();
        double siblings = 0;
        double speakers = 0;
        for (int i = 0; i < runs.size(); i++) {
            int fold = i;
            FoldRun run = runs.get(i);
            List<ScoredClip> part = scored.stream().filter(c -> c.fold() == fold).toList();
            folds.add(
                    new OfFold(
                            i,
                            run.trainRows(),
                            part.size(),
                            run.siblingShare(),
                            run.speakerShare(),
                            run.last(),
                            Figures.of(part)));
            siblings += run.siblingShare() * part.size();
            speakers += run.speakerShare() * part.size();
        }
        return new ReferenceReport(
                protocol.key(),
                recipe,
                clips,
                runs.stream().mapToInt(FoldRun::trainRows).sum(),
                scored.size(),
                siblings / scored.size(),
                speakers / scored.size(),
                Emotion.ALL.stream().map(Emotion::key).toList(),
                Figures.of(scored),
                Confidence.of(scored, Collections.nCopies(runs.size(), new Calibration(1, 0))),
                Figures.byCorpus(scored),
                folds,
                Spread.of(folds.stream().map(OfFold::figures).toList()));
    }
}
