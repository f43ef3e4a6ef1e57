// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.Emotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.evaluation.EvaluationAveraging;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.factory.Nd4j;

class FiguresTest {
    @Test
    void agreesWithACountByHand() {
        // happy: 2 of 3 right; sad: 1 of 1; angry: 0 of 1, told as happy
        List<ScoredClip> scored =
                List.of(
                        told(Emotion.HAPPY, Emotion.HAPPY),
                        told(Emotion.HAPPY, Emotion.HAPPY),
                        told(Emotion.HAPPY, Emotion.SAD),
                        told(Emotion.SAD, Emotion.SAD),
                        told(Emotion.ANGRY, Emotion.HAPPY));

        Figures figures = Figures.of(scored);

        assertThat(figures.clips()).isEqualTo(5);
        assertThat(figures.accuracy()).isEqualTo(3.0 / 5);
        assertThat(figures.uar()).isCloseTo((2.0 / 3 + 1 + 0) / 3, within(1e-12));
        assertThat(figures.classes().keySet()).containsExactly("happy", "sad", "angry");
        Figures.OfClass happy = figures.classes().get("happy");
        assertThat(happy.precision()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(happy.recall()).isCloseTo(2.0 / 3, within(1e-12));
        Figures.OfClass sad = figures.classes().get("sad");
        assertThat(sad.precision()).isEqualTo(0.5);
        assertThat(sad.f1()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(figures.classes().get("angry").f1()).isZero();
        assertThat(figures.macroF1()).isCloseTo((2.0 / 3 + 2.0 / 3) / 3, within(1e-12));
        assertThat(figures.confusion()[Emotion.ANGRY.ordinal()][Emotion.HAPPY.ordinal()])
                .isEqualTo(1);
    }

    @Test
    void agreesWithTheEvaluationOfNd4j() {
        var random = new Random(1);
        List<ScoredClip> scored = new ArrayList<>();
        var evaluation = new Evaluation(8);
        for (int i = 0; i < 400; i++) {
            Emotion label = Emotion.ALL.get(i % 8);
            Emotion guess = random.nextBoolean() ? label : Emotion.ALL.get(random.nextInt(8));
            ScoredClip clip = told(label, guess);
            scored.add(clip);
            var row = Nd4j.zeros(1, 8);
            row.putScalar(label.ordinal(), 1);
            evaluation.eval(row, Nd4j.createFromArray(clip.probabilities()).reshape(1, 8));
        }

        Figures figures = Figures.of(scored);

        assertThat(figures.accuracy()).isCloseTo(evaluation.accuracy(), within(1e-9));
        assertThat(figures.uar())
                .isCloseTo(evaluation.recall(EvaluationAveraging.Macro), within(1e-9));
        for (Emotion e : Emotion.ALL) {
            assertThat(figures.classes().get(e.key()).f1())
                    .isCloseTo(evaluation.f1(e.ordinal()), within(1e-9));
        }
    }

    static ScoredClip told(Emotion label, Emotion guess) {
        float[] p = new float[8];
        java.util.Arrays.fill(p, 0.05f);
        p[guess.ordinal()] = 0.65f;
        return new ScoredClip("clip", "RAVDESS", "RAVDESS-01", 0, label, p);
    }
}
