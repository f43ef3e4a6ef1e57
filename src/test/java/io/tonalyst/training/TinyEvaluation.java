// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.emotion.Emotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Evaluation files of made-up predictions, two folds with temperatures of their own. */
public final class TinyEvaluation {
    private static final List<String> CORPORA = List.of("RAVDESS", "SAVEE");
    private static final int CLIPS = 400;

    private TinyEvaluation() {}

    /** Writes {@code PROTOCOL.json}, {@code PROTOCOL.csv} and the splits into a folder. */
    public static void write(Path folder, Protocol protocol) throws IOException {
        Files.createDirectories(folder);
        var runs =
                List.of(
                        new EvaluationReport.FoldRun(90, 10, List.of(1), new Calibration(1.6, 0.4)),
                        new EvaluationReport.FoldRun(
                                90, 10, List.of(2), new Calibration(0.7, 0.5)));
        List<ScoredClip> scored = clips();
        new EvaluationFiles(folder, protocol)
                .write(
                        EvaluationReport.of(
                                protocol, Recipe.standard(NetworkSize.TINY, 2, 1), runs, scored),
                        scored,
                        List.of());
    }

    private static List<ScoredClip> clips() {
        var random = new Random(5);
        List<ScoredClip> clips = new ArrayList<>();
        for (int i = 0; i < CLIPS; i++) {
            float[] logits = new float[Emotion.ALL.size()];
            int label = random.nextInt(logits.length);
            for (int k = 0; k < logits.length; k++) {
                logits[k] = (float) (random.nextGaussian() + (k == label ? 2 : 0));
            }
            double[] scaled = Softmax.of(logits, 1);
            float[] p = new float[scaled.length];
            for (int k = 0; k < p.length; k++) {
                p[k] = (float) scaled[k];
            }
            String corpus = CORPORA.get(i % CORPORA.size());
            clips.add(
                    new ScoredClip(
                            "clip-" + i, corpus, corpus + "-1", i % 2, Emotion.ALL.get(label), p));
        }
        return clips;
    }
}
