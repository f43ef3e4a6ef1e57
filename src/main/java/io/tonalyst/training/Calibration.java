// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import java.util.Arrays;

/**
 * What validation data says of a network's confidence.
 *
 * @param temperature what the logits are divided by so that the confidence meets the accuracy (Guo
 *     et al., On calibration of modern neural networks, 2017)
 * @param abstainBelow calibrated confidence that 70 % of the validation clips reach
 */
public record Calibration(double temperature, double abstainBelow) {
    /** Share of the validation clips that get an answer. */
    static final double COVERAGE = 0.7;

    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 20;
    private static final int STEPS = 60;

    /**
     * Fits both on validation data only.
     *
     * @param logits one row a clip, at least one
     * @param labels class numbers
     */
    static Calibration fit(float[][] logits, int[] labels) {
        double temperature = temperature(logits, labels);
        double[] confidences =
                Arrays.stream(logits)
                        .mapToDouble(
                                row -> Arrays.stream(Softmax.of(row, temperature)).max().orElse(0))
                        .sorted()
                        .toArray();
        int first = (int) Math.floor((1 - COVERAGE) * confidences.length);
        return new Calibration(temperature, confidences[first]);
    }

    /** Golden-section search for the least cross-entropy over the logarithm of the temperature. */
    private static double temperature(float[][] logits, int[] labels) {
        double golden = (Math.sqrt(5) - 1) / 2;
        double low = Math.log(LOWEST);
        double high = Math.log(HIGHEST);
        for (int i = 0; i < STEPS; i++) {
            double a = high - golden * (high - low);
            double b = low + golden * (high - low);
            if (Softmax.crossEntropy(logits, labels, Math.exp(a))
                    < Softmax.crossEntropy(logits, labels, Math.exp(b))) {
                high = b;
            } else {
                low = a;
            }
        }
        return Math.exp((low + high) / 2);
    }
}
