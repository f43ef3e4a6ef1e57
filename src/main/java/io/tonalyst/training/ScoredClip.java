// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.emotion.Emotion;

/**
 * What a network said of a test clip: a row of an evaluation file.
 *
 * @param clip id of the clip
 * @param corpus title of its corpus
 * @param label what it was acted as
 * @param probabilities eight, after temperature scaling, in the order of {@link Emotion}
 */
public record ScoredClip(
        String clip,
        String corpus,
        String speaker,
        int fold,
        Emotion label,
        float[] probabilities) {
    /** The most probable class number, the first at a tie. */
    public int top() {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            if (probabilities[k] > probabilities[best]) {
                best = k;
            }
        }
        return best;
    }

    public boolean isRight() {
        return top() == label.ordinal();
    }

    public double confidence() {
        return probabilities[top()];
    }

    /**
     * The confidence before temperature scaling: the probabilities to the power of the temperature
     * are proportional to the unscaled ones.
     */
    double unscaledConfidence(double temperature) {
        double sum = 0;
        for (float p : probabilities) {
            sum += Math.pow(p / confidence(), temperature);
        }
        return 1 / sum;
    }
}
