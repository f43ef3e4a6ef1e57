// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.Fold;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The networks a fold was trained to. They predict together: the mean of their logits, that is the
 * geometric mean of their probabilities.
 *
 * @param results one a member
 * @param cpu processor time this call spent on them; a training that was already done adds nothing
 */
record Members(List<Trainer.Result> results, Duration cpu) {
    Members {
        results = List.copyOf(results);
    }

    /** Trains all members, or goes on with them where they were stopped. */
    static Members train(
            ClipImages images,
            Recipe recipe,
            Fold fold,
            Path folder,
            CancelToken cancel,
            ProgressSink progress)
            throws IOException {
        return train(images, recipe, Optional.empty(), fold, folder, cancel, progress);
    }

    /** As above; the members go on from the networks of a model, if one is given. */
    static Members train(
            ClipImages images,
            Recipe recipe,
            Optional<StartModel> start,
            Fold fold,
            Path folder,
            CancelToken cancel,
            ProgressSink progress)
            throws IOException {
        Duration before = cpuTime();
        List<Trainer.Result> results = new ArrayList<>();
        int count = recipe.members();
        for (int m = 0; m < count; m++) {
            ProgressSink part = progress.part((double) m / count, (m + 1.0) / count);
            results.add(
                    new Trainer(images, recipe.member(m), start, m)
                            .train(fold, folder.resolve("member-" + m), cancel, part));
        }
        return new Members(results, cpuTime().minus(before));
    }

    private static Duration cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** One row of mean logits a clip. */
    float[][] logits(List<ClipImage> clips) {
        float[][] sum = new float[clips.size()][];
        for (Trainer.Result result : results) {
            float[][] rows = Predictor.logits(result.network(), clips, results.size());
            for (int i = 0; i < rows.length; i++) {
                if (sum[i] == null) {
                    sum[i] = new float[rows[i].length];
                }
                for (int k = 0; k < rows[i].length; k++) {
                    sum[i][k] += rows[i][k] / results.size();
                }
            }
        }
        return sum;
    }

    /** Temperature and abstain threshold that fit the validation part. */
    Calibration calibrate(ClipImages images, List<Clip> validation) {
        int[] labels = validation.stream().mapToInt(c -> c.emotion().ordinal()).toArray();
        return Calibration.fit(logits(images.of(validation)), labels);
    }

    /** What the log of runs keeps of the members' common prediction. */
    RunLog.Scores scores(ClipImages images, List<Clip> clips) {
        List<ClipImage> chosen = images.of(clips);
        QuickScore score = QuickScore.of(logits(chosen), chosen);
        return new RunLog.Scores(clips.size(), score.accuracy(), score.uar(), score.loss());
    }

    long parameters() {
        return results.stream().mapToLong(r -> r.network().parameters()).sum();
    }

    /** Epochs whose weights were kept, one a member. */
    List<Integer> keptEpochs() {
        return results.stream().map(Trainer.Result::best).toList();
    }
}
