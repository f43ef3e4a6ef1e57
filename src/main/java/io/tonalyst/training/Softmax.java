// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

/** Probabilities from logits. */
final class Softmax {
    private Softmax() {}

    /** Softmax of the logits divided by a temperature above 0. */
    static double[] of(float[] logits, double temperature) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit / temperature);
        }
        double[] p = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.exp(logits[i] / temperature - max);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    /** Mean cross-entropy in nats of rows of logits against class numbers. */
    static double crossEntropy(float[][] logits, int[] labels, double temperature) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum -= Math.log(Math.max(1e-12, of(logits[i], temperature)[labels[i]]));
        }
        return sum / labels.length;
    }
}
