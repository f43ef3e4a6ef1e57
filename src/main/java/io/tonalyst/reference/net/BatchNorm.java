// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference.net;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Batch normalisation by channel (Ioffe and Szegedy 2015) with the constants of Keras: epsilon
 * 0.001, momentum 0.99. On plain arrays, because ND4J's is far slower than the convolutions.
 */
final class BatchNorm implements Layer {
    private static final double EPSILON = 1e-3;
    private static final float MOMENTUM = 0.99f;

    private final int positions;
    private final int channels;
    private final float[] output;
    private final float[] gradientInput;

    /** Running means, then running variances. */
    private final float[] running;

    private final float[] mean;
    private final float[] inverse;
    private float[] gain;
    private float[] input = new float[0];
    private ParameterRange place;

    /**
     * @param rows most rows of a batch
     * @param positions of a row
     */
    BatchNorm(int rows, int positions, int channels) {
        this.positions = positions;
        this.channels = channels;
        this.output = new float[rows * outputs()];
        this.gradientInput = new float[rows * inputs()];
        this.running = new float[2 * channels];
        Arrays.fill(running, channels, 2 * channels, 1);
        this.mean = new float[channels];
        this.inverse = new float[channels];
        this.gain = new float[channels];
        var nowhere =
                org.nd4j.linalg.factory.Nd4j.create(
                        org.nd4j.linalg.api.buffer.DataType.FLOAT, 1, 2 * channels);
        this.place = new ParameterRange(nowhere, nowhere, 0, 2 * channels);
    }

    @Override
    public int inputs() {
        return positions * channels;
    }

    @Override
    public int outputs() {
        return positions * channels;
    }

    @Override
    public int parameters() {
        return 2 * channels;
    }

    @Override
    public void bind(ParameterRange place, RandomGenerator random) {
        this.place = place;
        float[] start = new float[2 * channels];
        Arrays.fill(start, 0, channels, 1);
        place.set(start);
    }

    @Override
    public float[] statistics() {
        return running;
    }

    @Override
    public float[] forward(float[] x, int rows, Mode mode) {
        input = x;
        int points = rows * positions;
        if (mode instanceof Mode.Train) {
            measure(x, points);
        } else {
            System.arraycopy(running, 0, mean, 0, channels);
            for (int c = 0; c < channels; c++) {
                inverse[c] = (float) (1 / Math.sqrt(running[channels + c] + EPSILON));
            }
        }
        float[] parameters = place.get();
        gain = Arrays.copyOf(parameters, channels);
        float[] factor = new float[channels];
        float[] add = new float[channels];
        for (int c = 0; c < channels; c++) {
            factor[c] = gain[c] * inverse[c];
            add[c] = parameters[channels + c] - mean[c] * factor[c];
        }
        for (int p = 0; p < points; p++) {
            affine(x, output, p * channels, factor, add);
        }
        return output;
    }

    @Override
    public float[] backward(float[] gradient, int rows) {
        int points = rows * positions;
        float[] sums = new float[2 * channels];
        for (int p = 0; p < points; p++) {
            addProducts(gradient, input, p * channels, mean, sums);
        }
        float[] factor = new float[channels];
        float[] slope = new float[channels];
        float[] add = new float[channels];
        for (int c = 0; c < channels; c++) {
            sums[c] *= inverse[c];
            factor[c] = gain[c] * inverse[c];
            slope[c] = -factor[c] * sums[c] * inverse[c] / points;
            add[c] = -factor[c] * sums[channels + c] / points - slope[c] * mean[c];
        }
        place.setGradient(sums);
        for (int p = 0; p < points; p++) {
            combine(gradient, input, gradientInput, p * channels, factor, slope, add);
        }
        return gradientInput;
    }

    /** Mean and inverse deviation of the batch; the running ones follow. */
    private void measure(float[] x, int points) {
        float[] sums = new float[channels];
        for (int p = 0; p < points; p++) {
            addAll(x, p * channels, sums);
        }
        for (int c = 0; c < channels; c++) {
            mean[c] = sums[c] / points;
        }
        Arrays.fill(sums, 0);
        for (int p = 0; p < points; p++) {
            addSquares(x, p * channels, mean, sums);
        }
        for (int c = 0; c < channels; c++) {
            float variance = sums[c] / points;
            inverse[c] = (float) (1 / Math.sqrt(variance + EPSILON));
            running[c] = MOMENTUM * running[c] + (1 - MOMENTUM) * mean[c];
            running[channels + c] = MOMENTUM * running[channels + c] + (1 - MOMENTUM) * variance;
        }
    }

    private static void addAll(float[] x, int from, float[] sums) {
        for (int c = 0; c < sums.length; c++) {
            sums[c] += x[from + c];
        }
    }

    private static void addSquares(float[] x, int from, float[] mean, float[] sums) {
        for (int c = 0; c < sums.length; c++) {
            float d = x[from + c] - mean[c];
            sums[c] += d * d;
        }
    }

    /** Adds gradient times distance from the mean, then the gradient itself, a channel each. */
    private static void addProducts(float[] g, float[] x, int from, float[] mean, float[] sums) {
        for (int c = 0; c < mean.length; c++) {
            sums[c] += g[from + c] * (x[from + c] - mean[c]);
        }
        for (int c = 0; c < mean.length; c++) {
            sums[mean.length + c] += g[from + c];
        }
    }

    private static void affine(float[] x, float[] y, int from, float[] factor, float[] add) {
        for (int c = 0; c < factor.length; c++) {
            y[from + c] = factor[c] * x[from + c] + add[c];
        }
    }

    private static void combine(
            float[] g, float[] x, float[] y, int from, float[] a, float[] b, float[] add) {
        for (int c = 0; c < a.length; c++) {
            y[from + c] = a[c] * g[from + c] + b[c] * x[from + c] + add[c];
        }
    }
}
