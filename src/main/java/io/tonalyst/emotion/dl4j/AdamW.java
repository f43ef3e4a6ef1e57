// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import java.util.List;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, Decoupled weight decay regularization,
 * 2019). The norm of the whole gradient is limited first.
 */
final class AdamW {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.99;
    private static final float EPSILON = 1e-8f;
    private static final double LARGEST_NORM = 5;

    private final double weightDecay;

    AdamW(double weightDecay) {
        this.weightDecay = weightDecay;
    }

    /**
     * One step on all parameters.
     *
     * @param number of the step, 1 is the first
     */
    void step(List<Parameter> parameters, double learningRate, long number) {
        float limit = (float) Math.min(1, LARGEST_NORM / Math.max(1e-12, norm(parameters)));
        float rate =
                (float)
                        (learningRate
                                * Math.sqrt(1 - Math.pow(BETA2, number))
                                / (1 - Math.pow(BETA1, number)));
        for (Parameter p : parameters) {
            float kept = p.decayed() ? (float) (1 - learningRate * weightDecay) : 1f;
            step(p.value, p.gradient, p.firstMoment, p.secondMoment, limit, rate, kept);
        }
    }

    private static void step(
            float[] value,
            float[] gradient,
            float[] first,
            float[] second,
            float limit,
            float rate,
            float kept) {
        float b1 = (float) BETA1;
        float b2 = (float) BETA2;
        for (int i = 0; i < value.length; i++) {
            float g = gradient[i] * limit;
            first[i] = b1 * first[i] + (1 - b1) * g;
            second[i] = b2 * second[i] + (1 - b2) * g * g;
            value[i] = kept * value[i] - rate * first[i] / ((float) Math.sqrt(second[i]) + EPSILON);
        }
    }

    private static double norm(List<Parameter> parameters) {
        double sum = 0;
        for (Parameter p : parameters) {
            for (float g : p.gradient) {
                sum += (double) g * g;
            }
        }
        return Math.sqrt(sum);
    }
}
