// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The last layer: from pooled values to logits. */
final class LinearHead {
    private static final double DEVIATION = 0.02;

    private final int clips;
    private final int in;
    private final int classes;
    private final Parameter matrix;
    private final Parameter bias;

    LinearHead(int clips, int in, int classes, RandomGenerator random) {
        this.clips = clips;
        this.in = in;
        this.classes = classes;
        float[] start = Convolution.normal(random, in * classes, DEVIATION);
        this.matrix = new Parameter("head", true, start, in, classes);
        this.bias = new Parameter("head_bias", false, new float[classes], classes);
    }

    Parameter matrix() {
        return matrix;
    }

    Parameter bias() {
        return bias;
    }

    List<Parameter> learned() {
        return List.of(matrix, bias);
    }

    float[] forward(float[] x) {
        float[] logits = new float[clips * classes];
        for (int n = 0; n < clips; n++) {
            for (int k = 0; k < classes; k++) {
                float sum = bias.value[k];
                for (int i = 0; i < in; i++) {
                    sum += x[n * in + i] * matrix.value[i * classes + k];
                }
                logits[n * classes + k] = sum;
            }
        }
        return logits;
    }

    void backward(float[] x, float[] gradientLogits, float[] gradientX) {
        Arrays.fill(matrix.gradient, 0);
        Arrays.fill(bias.gradient, 0);
        for (int n = 0; n < clips; n++) {
            for (int k = 0; k < classes; k++) {
                bias.gradient[k] += gradientLogits[n * classes + k];
            }
            for (int i = 0; i < in; i++) {
                float sum = 0;
                for (int k = 0; k < classes; k++) {
                    float g = gradientLogits[n * classes + k];
                    matrix.gradient[i * classes + k] += g * x[n * in + i];
                    sum += g * matrix.value[i * classes + k];
                }
                gradientX[n * in + i] = sum;
            }
        }
    }
}
