// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A probability for each emotion; they sum to 1 within rounding. */
public final class EmotionDistribution {
    private final float[] probabilities;

    private EmotionDistribution(float[] probabilities) {
        this.probabilities = probabilities;
    }

    /**
     * The distribution of these weights.
     *
     * @param probabilities eight values in the order of {@link Emotion}, each finite and at least
     *     0, at least one above 0; scaled to sum 1
     */
    public static EmotionDistribution of(float... probabilities) {
        if (probabilities.length != Emotion.ALL.size()) {
            throw new IllegalArgumentException(
                    "Eight probabilities are needed, not " + probabilities.length);
        }
        double sum = 0;
        for (float p : probabilities) {
            if (!(p >= 0) || p == Float.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("Not a probability: " + p);
            }
            sum += p;
        }
        if (sum <= 0) {
            throw new IllegalArgumentException("All probabilities are 0");
        }
        float[] scaled = new float[probabilities.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (probabilities[i] / sum);
        }
        return new EmotionDistribution(scaled);
    }

    /** The mean of several distributions, each with the same weight; at least one. */
    public static EmotionDistribution mean(List<EmotionDistribution> distributions) {
        float[] sum = new float[Emotion.ALL.size()];
        for (EmotionDistribution d : distributions) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += d.probabilities[i];
            }
        }
        return of(sum);
    }

    public float of(Emotion emotion) {
        return probabilities[emotion.ordinal()];
    }

    /** The most probable emotion, the first of them at a tie. */
    public Emotion top() {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return Emotion.ALL.get(best);
    }

    /** The probability of {@link #top()}. */
    public float confidence() {
        return of(top());
    }

    /** Key to probability, in order; for JSON. */
    public Map<String, Float> toMap() {
        Map<String, Float> map = new LinkedHashMap<>();
        for (Emotion emotion : Emotion.ALL) {
            map.put(emotion.key(), of(emotion));
        }
        return map;
    }

    /** A copy of the eight values in order. */
    public float[] toArray() {
        return probabilities.clone();
    }
}
