// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.Emotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
    @Test
    void eceIsTheWeightedGapOfTheBins() {
        // two clips of confidence 0.9, one of them right; two of 0.5, both right
        List<ScoredClip> scored =
                List.of(
                        clip("a", 0.9f, true),
                        clip("b", 0.9f, false),
                        clip("c", 0.5f, true),
                        clip("d", 0.5f, true));

        double ece = Confidence.ece(scored, ScoredClip::confidence);

        assertThat(ece).isCloseTo(0.5 * 0.4 + 0.5 * 0.5, within(1e-6));
    }

    @Test
    void coverageTakesTheMostConfidentFirst() {
        List<ScoredClip> scored = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            scored.add(clip("c" + i, 0.95f - 0.02f * i, i < 14));
        }

        Confidence confidence = Confidence.of(scored, List.of(new Calibration(1, 0.8)));

        assertThat(confidence.accuracyAt(0.7)).isEqualTo(1);
        assertThat(confidence.accuracyAt(1)).isEqualTo(0.7);
        assertThat(confidence.abstainShareLeft()).isEqualTo(8 / 20.0);
        assertThat(confidence.abstainAccuracy()).isEqualTo(1);
    }

    @Test
    void theUnscaledConfidenceComesBackFromTheScaledProbabilities() {
        float[] logits = {2, 1, 0.5f, 0, -1, -1, -2, -3};
        double[] scaled = Softmax.of(logits, 2.5);
        float[] p = new float[8];
        for (int k = 0; k < 8; k++) {
            p[k] = (float) scaled[k];
        }
        var clip = new ScoredClip("c", "TESS", "TESS-OAF", 0, Emotion.NEUTRAL, p);

        assertThat(clip.unscaledConfidence(2.5)).isCloseTo(Softmax.of(logits, 1)[0], within(1e-6));
    }

    @Test
    void theTemperatureOfOverconfidentLogitsIsFound() {
        var random = new Random(3);
        float[][] logits = new float[6000][8];
        int[] labels = new int[logits.length];
        for (int i = 0; i < logits.length; i++) {
            for (int k = 0; k < 8; k++) {
                logits[i][k] = (float) random.nextGaussian();
            }
            double left = random.nextDouble();
            double[] p = Softmax.of(logits[i], 1);
            while (labels[i] < 7 && (left -= p[labels[i]]) > 0) {
                labels[i]++;
            }
            for (int k = 0; k < 8; k++) {
                logits[i][k] *= 3;
            }
        }

        Calibration calibration = Calibration.fit(logits, labels);

        assertThat(calibration.temperature()).isCloseTo(3, within(0.2));
        long kept = 0;
        for (float[] row : logits) {
            double top = 0;
            for (double p : Softmax.of(row, calibration.temperature())) {
                top = Math.max(top, p);
            }
            kept += top >= calibration.abstainBelow() ? 1 : 0;
        }
        assertThat((double) kept / logits.length).isCloseTo(0.7, within(0.001));
    }

    private static ScoredClip clip(String id, float confidence, boolean right) {
        float[] p = new float[8];
        java.util.Arrays.fill(p, (1 - confidence) / 7);
        p[2] = confidence;
        return new ScoredClip(id, "SAVEE", "SAVEE-DC", 0, right ? Emotion.HAPPY : Emotion.SAD, p);
    }
}
