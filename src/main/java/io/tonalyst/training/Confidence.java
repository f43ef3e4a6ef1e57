// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far the confidence can be trusted.
 *
 * @param eceBefore expected calibration error before temperature scaling: mean distance of accuracy
 *     and confidence over {@value #BINS} equal bins of confidence, weighted by clips
 * @param eceAfter the same after it
 * @param coverage accuracy of the most confident share of the clips
 * @param abstainShareLeft share of the clips at or above their fold's abstain threshold
 * @param abstainAccuracy accuracy of those
 */
public record Confidence(
        double eceBefore,
        double eceAfter,
        List<Coverage> coverage,
        double abstainShareLeft,
        double abstainAccuracy) {
    private static final int BINS = 15;

    /** Shares of the coverage curve: 5 %, 10 % and so on. */
    private static final int STEPS = 20;

    /**
     * A point of the coverage curve.
     *
     * @param share of the clips that get an answer
     * @param accuracy of those answers
     */
    public record Coverage(double share, double accuracy) {}

    /**
     * What the rows of a protocol say of confidence.
     *
     * @param scored at least one
     * @param calibrations one a fold
     */
    public static Confidence of(List<ScoredClip> scored, List<Calibration> calibrations) {
        List<ScoredClip> kept =
                scored.stream()
                        .filter(c -> c.confidence() >= calibrations.get(c.fold()).abstainBelow())
                        .toList();
        return new Confidence(
                ece(scored, c -> c.unscaledConfidence(calibrations.get(c.fold()).temperature())),
                ece(scored, ScoredClip::confidence),
                curve(scored),
                (double) kept.size() / scored.size(),
                accuracy(kept));
    }

    static double ece(List<ScoredClip> scored, ToDoubleFunction<ScoredClip> confidence) {
        double[] gap = new double[BINS];
        for (ScoredClip clip : scored) {
            double c = confidence.applyAsDouble(clip);
            int bin = Math.clamp((int) Math.ceil(c * BINS) - 1, 0, BINS - 1);
            gap[bin] += (clip.isRight() ? 1 : 0) - c;
        }
        double sum = 0;
        for (double g : gap) {
            sum += Math.abs(g);
        }
        return sum / scored.size();
    }

    private static List<Coverage> curve(List<ScoredClip> scored) {
        List<ScoredClip> sorted =
                scored.stream()
                        .sorted(
                                Comparator.comparingDouble(ScoredClip::confidence)
                                        .reversed()
                                        .thenComparing(ScoredClip::clip))
                        .toList();
        List<Coverage> curve = new ArrayList<>();
        for (int i = 1; i <= STEPS; i++) {
            int count = (int) Math.ceil((double) i * sorted.size() / STEPS);
            curve.add(new Coverage((double) i / STEPS, accuracy(sorted.subList(0, count))));
        }
        return curve;
    }

    private static double accuracy(List<ScoredClip> scored) {
        return scored.isEmpty()
                ? 0
                : (double) scored.stream().filter(ScoredClip::isRight).count() / scored.size();
    }

    /** Accuracy of the most confident {@code share} of the clips, a multiple of 0.05. */
    public double accuracyAt(double share) {
        return coverage.get((int) Math.round(share * STEPS) - 1).accuracy();
    }
}
