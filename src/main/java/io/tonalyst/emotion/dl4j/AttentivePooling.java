// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import java.util.random.RandomGenerator;

/**
 * Mean and deviation of each channel over time, weighted by a learned attention (Okabe et al.,
 * Attentive statistics pooling, 2018). From {@code [clips, channels, 1, columns]} to {@code [clips,
 * 2 x channels]}.
 */
final class AttentivePooling {
    static final float TINY = 1e-5f;

    private final int clips;
    private final int channels;
    private final int columns;
    private final Parameter attention;
    private final float[] share;

    /** Means, then deviations, of each clip. */
    final float[] pooled;

    AttentivePooling(int clips, MapSize input, RandomGenerator random) {
        this.clips = clips;
        this.channels = input.channels();
        this.columns = input.columns();
        this.attention =
                new Parameter(
                        "attention",
                        true,
                        Convolution.normal(random, channels, Math.sqrt(1.0 / channels)),
                        1,
                        channels,
                        1,
                        1);
        this.share = new float[clips * columns];
        this.pooled = new float[clips * 2 * channels];
    }

    Parameter attention() {
        return attention;
    }

    void forward(float[] x) {
        for (int n = 0; n < clips; n++) {
            attend(x, n);
            for (int c = 0; c < channels; c++) {
                int from = (n * channels + c) * columns;
                float mean = 0;
                for (int t = 0; t < columns; t++) {
                    mean += share[n * columns + t] * x[from + t];
                }
                float variance = 0;
                for (int t = 0; t < columns; t++) {
                    float d = x[from + t] - mean;
                    variance += share[n * columns + t] * d * d;
                }
                pooled[n * 2 * channels + c] = mean;
                pooled[n * 2 * channels + channels + c] = (float) Math.sqrt(variance + TINY);
            }
        }
    }

    private void attend(float[] x, int n) {
        float[] score = new float[columns];
        for (int c = 0; c < channels; c++) {
            int from = (n * channels + c) * columns;
            for (int t = 0; t < columns; t++) {
                score[t] += attention.value[c] * x[from + t];
            }
        }
        float max = Float.NEGATIVE_INFINITY;
        for (float s : score) {
            max = Math.max(max, s);
        }
        float sum = 0;
        for (int t = 0; t < columns; t++) {
            score[t] = (float) Math.exp(score[t] - max);
            sum += score[t];
        }
        for (int t = 0; t < columns; t++) {
            share[n * columns + t] = score[t] / sum;
        }
    }

    void backward(float[] x, float[] gradientPooled, float[] gradientX) {
        java.util.Arrays.fill(attention.gradient, 0);
        float[] byShare = new float[columns];
        for (int n = 0; n < clips; n++) {
            java.util.Arrays.fill(byShare, 0);
            for (int c = 0; c < channels; c++) {
                statisticsBackward(x, gradientPooled, gradientX, byShare, n, c);
            }
            attentionBackward(x, gradientX, byShare, n);
        }
    }

    private void statisticsBackward(
            float[] x, float[] gradientPooled, float[] gradientX, float[] byShare, int n, int c) {
        int from = (n * channels + c) * columns;
        int at = n * 2 * channels + c;
        float mean = pooled[at];
        float byMean = gradientPooled[at];
        float byVariance = gradientPooled[at + channels] / (2 * pooled[at + channels]);
        for (int t = 0; t < columns; t++) {
            float d = x[from + t] - mean;
            gradientX[from + t] = share[n * columns + t] * (byMean + 2 * byVariance * d);
            byShare[t] += byMean * x[from + t] + byVariance * d * d;
        }
    }

    private void attentionBackward(float[] x, float[] gradientX, float[] byShare, int n) {
        float common = 0;
        for (int t = 0; t < columns; t++) {
            common += share[n * columns + t] * byShare[t];
        }
        for (int t = 0; t < columns; t++) {
            byShare[t] = share[n * columns + t] * (byShare[t] - common);
        }
        for (int c = 0; c < channels; c++) {
            int from = (n * channels + c) * columns;
            float sum = 0;
            for (int t = 0; t < columns; t++) {
                gradientX[from + t] += byShare[t] * attention.value[c];
                sum += byShare[t] * x[from + t];
            }
            attention.gradient[c] += sum;
        }
    }
}
