// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A reliability diagram (Guo et al., On calibration of modern neural networks, 2017): accuracy
 * against confidence in equal bins, before and after temperature scaling. Probabilities to the
 * power of the temperature are proportional to the unscaled ones, so that both follow from the rows
 * of an evaluation.
 *
 * @param clips scored
 * @param before bins of the confidence as the network gives it
 * @param after bins of the confidence that is shown
 */
public record Reliability(int clips, List<Bin> before, List<Bin> after) {
    /** Bins between confidence 0 and 1, as in {@link Confidence}. */
    public static final int BINS = 15;

    public Reliability {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * The clips whose confidence lies above {@code from} and not above {@code to}.
     *
     * @param confidence mean of these clips, 0 if there are none
     * @param accuracy share of them told right, 0 if there are none
     */
    public record Bin(double from, double to, int clips, double confidence, double accuracy) {
        /** Accuracy less confidence: below 0 where the network is too sure of itself. */
        public double gap() {
            return accuracy - confidence;
        }
    }

    static Reliability of(List<ScoredClip> scored, Map<Integer, Double> temperatures) {
        return new Reliability(
                scored.size(),
                bins(scored, c -> c.unscaledConfidence(temperatures.getOrDefault(c.fold(), 1.0))),
                bins(scored, ScoredClip::confidence));
    }

    private static List<Bin> bins(
            List<ScoredClip> scored, ToDoubleFunction<ScoredClip> confidence) {
        int[] clips = new int[BINS];
        int[] right = new int[BINS];
        double[] sum = new double[BINS];
        for (ScoredClip clip : scored) {
            double c = confidence.applyAsDouble(clip);
            int bin = Math.clamp((int) Math.ceil(c * BINS) - 1, 0, BINS - 1);
            clips[bin]++;
            right[bin] += clip.isRight() ? 1 : 0;
            sum[bin] += c;
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            int n = Math.max(1, clips[i]);
            bins.add(
                    new Bin(
                            (double) i / BINS,
                            (double) (i + 1) / BINS,
                            clips[i],
                            sum[i] / n,
                            (double) right[i] / n));
        }
        return bins;
    }

    /** Expected calibration error before scaling: mean gap of the bins, weighted by clips. */
    public double eceBefore() {
        return ece(before);
    }

    /** Expected calibration error after scaling. */
    public double eceAfter() {
        return ece(after);
    }

    private double ece(List<Bin> bins) {
        double sum = 0;
        for (Bin bin : bins) {
            sum += bin.clips() * Math.abs(bin.gap());
        }
        return clips == 0 ? 0 : sum / clips;
    }
}
