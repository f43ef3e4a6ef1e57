// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference.net;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Batch normalisation by channel (Ioffe and Szegedy 2015) with the constants of Keras: epsilon
 * 0.001, momentum 0.99. On plain arrays, because ND4J's is far slower than the convolutions.
 * Several positions are taken at a time, so that loops are long enough for vector code.
 */
final class BatchNorm implements Layer {
    private static final double EPSILON = 1e-3;
    private static final float MOMENTUM = 0.99f;

    /** Values taken at a time, about. */
    private static final int STRETCH = 2048;

    private final int positions;
    private final int channels;

    /** Values taken at a time, whole positions. */
    private final int stretch;

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
        this.stretch = channels * Math.max(1, STRETCH / channels);
        this.output = new float[rows * outputs()];
        this.gradientInput = new float[rows * inputs()];
        this.running = new float[2 * channels];
        Arrays.fill(running, channels, 2 * channels, 1);
        this.mean = new float[channels];
        this.inverse = new float[channels];
        this.gain = new float[channels];
        INDArray nowhere = Nd4j.create(DataType.FLOAT, 1, 2L * channels);
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
        int count = rows * inputs();
        if (mode instanceof Mode.Train) {
            measure(x, count);
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
        float[] factors = repeated(factor);
        float[] adds = repeated(add);
        for (int from = 0; from < count; from += stretch) {
            affine(x, output, from, Math.min(stretch, count - from), factors, adds);
        }
        return output;
    }

    @Override
    public float[] backward(float[] gradient, int rows) {
        int count = rows * inputs();
        float points = (float) rows * positions;
        float[] means = repeated(mean);
        float[] sums = new float[stretch];
        float[] products = new float[stretch];
        for (int from = 0; from < count; from += stretch) {
            int length = Math.min(stretch, count - from);
            addAll(gradient, from, length, sums);
            addProducts(gradient, input, from, length, means, products);
        }
        float[] byBias = folded(sums);
        float[] byGain = folded(products);
        float[] factor = new float[channels];
        float[] slope = new float[channels];
        float[] add = new float[channels];
        for (int c = 0; c < channels; c++) {
            byGain[c] *= inverse[c];
            factor[c] = gain[c] * inverse[c];
            slope[c] = -factor[c] * byGain[c] * inverse[c] / points;
            add[c] = -factor[c] * byBias[c] / points - slope[c] * mean[c];
        }
        float[] byAll = Arrays.copyOf(byGain, 2 * channels);
        System.arraycopy(byBias, 0, byAll, channels, channels);
        place.setGradient(byAll);
        float[] factors = repeated(factor);
        float[] slopes = repeated(slope);
        float[] adds = repeated(add);
        for (int from = 0; from < count; from += stretch) {
            int length = Math.min(stretch, count - from);
            combine(gradient, input, gradientInput, from, length, factors, slopes, adds);
        }
        return gradientInput;
    }

    /** Mean and inverse deviation of the batch; the running ones follow. */
    private void measure(float[] x, int count) {
        float points = (float) count / channels;
        float[] sums = new float[stretch];
        for (int from = 0; from < count; from += stretch) {
            addAll(x, from, Math.min(stretch, count - from), sums);
        }
        float[] folded = folded(sums);
        for (int c = 0; c < channels; c++) {
            mean[c] = folded[c] / points;
        }
        float[] means = repeated(mean);
        Arrays.fill(sums, 0);
        for (int from = 0; from < count; from += stretch) {
            addSquares(x, from, Math.min(stretch, count - from), means, sums);
        }
        float[] squares = folded(sums);
        for (int c = 0; c < channels; c++) {
            float variance = squares[c] / points;
            inverse[c] = (float) (1 / Math.sqrt(variance + EPSILON));
            running[c] = MOMENTUM * running[c] + (1 - MOMENTUM) * mean[c];
            running[channels + c] = MOMENTUM * running[channels + c] + (1 - MOMENTUM) * variance;
        }
    }

    /** One value a channel, repeated over a stretch. */
    private float[] repeated(float[] ofChannel) {
        float[] all = new float[stretch];
        for (int i = 0; i < stretch; i++) {
            all[i] = ofChannel[i % channels];
        }
        return all;
    }

    /** Sums over a stretch by channel. */
    private float[] folded(float[] all) {
        float[] ofChannel = new float[channels];
        for (int i = 0; i < stretch; i++) {
            ofChannel[i % channels] += all[i];
        }
        return ofChannel;
    }

    private static void addAll(float[] x, int from, int count, float[] sums) {
        for (int i = 0; i < count; i++) {
            sums[i] += x[from + i];
        }
    }

    private static void addSquares(float[] x, int from, int count, float[] mean, float[] sums) {
        for (int i = 0; i < count; i++) {
            float d = x[from + i] - mean[i];
            sums[i] += d * d;
        }
    }

    /** Adds gradient times distance from the mean. */
    private static void addProducts(
            float[] g, float[] x, int from, int count, float[] mean, float[] sums) {
        for (int i = 0; i < count; i++) {
            sums[i] += g[from + i] * (x[from + i] - mean[i]);
        }
    }

    private static void affine(
            float[] x, float[] y, int from, int count, float[] factor, float[] add) {
        for (int i = 0; i < count; i++) {
            y[from + i] = factor[i] * x[from + i] + add[i];
        }
    }

    private static void combine(
            float[] g, float[] x, float[] y, int from, int count, float[] a, float[] b, float[] c) {
        for (int i = 0; i < count; i++) {
            y[from + i] = a[i] * g[from + i] + b[i] * x[from + i] + c[i];
        }
    }
}
