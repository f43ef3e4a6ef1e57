// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.emotion.Emotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The figures of a protocol. All follow from the scored clips and the calibrations of the folds.
 *
 * @param protocol its key
 * @param labels keys of the classes in order
 * @param overall all folds together
 * @param corpora by title; only those with clips
 * @param spread over the folds
 */
public record EvaluationReport(
        String protocol,
        Recipe recipe,
        List<String> labels,
        Figures overall,
        Confidence confidence,
        Map<String, Figures> corpora,
        List<OfFold> folds,
        Spread spread) {

    /**
     * One fold.
     *
     * @param keptEpochs epochs chosen on the validation part, one a member
     * @param calibration fitted on the validation part
     */
    public record OfFold(
            int fold,
            int train,
            int validation,
            int test,
            List<Integer> keptEpochs,
            Calibration calibration,
            Figures figures) {}

    /**
     * What is known of a fold beside its scored clips; the numbers are clips.
     *
     * @param keptEpochs epochs chosen on the validation part, one a member
     */
    record FoldRun(int train, int validation, List<Integer> keptEpochs, Calibration calibration) {}

    /** Mean and sample standard deviation over the folds; the deviation is 0 with one fold. */
    public record Spread(
            double accuracyMean, double accuracyDeviation, double uarMean, double uarDeviation) {
        /**
         * The spread over the folds.
         *
         * @param folds at least one
         */
        public static Spread of(List<Figures> folds) {
            double[] accuracy = folds.stream().mapToDouble(Figures::accuracy).toArray();
            double[] uar = folds.stream().mapToDouble(Figures::uar).toArray();
            return new Spread(mean(accuracy), deviation(accuracy), mean(uar), deviation(uar));
        }
    }

    static EvaluationReport of(
            Protocol protocol, Recipe recipe, List<FoldRun> runs, List<ScoredClip> scored) {
        List<OfFold> folds = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            int fold = i;
            List<ScoredClip> part = scored.stream().filter(c -> c.fold() == fold).toList();
            if (!part.isEmpty()) {
                FoldRun run = runs.get(i);
                folds.add(
                        new OfFold(
                                i,
                                run.train(),
                                run.validation(),
                                part.size(),
                                run.keptEpochs(),
                                run.calibration(),
                                Figures.of(part)));
            }
        }
        return new EvaluationReport(
                protocol.key(),
                recipe,
                Emotion.ALL.stream().map(Emotion::key).toList(),
                Figures.of(scored),
                Confidence.of(scored, runs.stream().map(FoldRun::calibration).toList()),
                Figures.byCorpus(scored),
                folds,
                Spread.of(folds.stream().map(OfFold::figures).toList()));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double v : values) {
            sum += (v - mean) * (v - mean);
        }
        return values.length < 2 ? 0 : Math.sqrt(sum / (values.length - 1));
    }
}
