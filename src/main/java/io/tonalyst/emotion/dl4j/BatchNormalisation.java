// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

/**
 * Batch normalisation by channel (Ioffe and Szegedy 2015) on plain arrays: ND4J's own is far slower
 * than the convolutions around it, see docs/decisions. For prediction it is an affine map of each
 * channel, which folds into the filters before it.
 */
final class BatchNormalisation {
    private static final float EPSILON = 1e-5f;

    /** Weight of a new batch in the running statistics. */
    private static final float NEW = 0.05f;

    private final int clips;
    private final MapSize size;
    private final Parameter gain;
    private final Parameter bias;
    private final Parameter mean;
    private final Parameter variance;
    private final float[] batchMean;
    private final float[] inverse;
    private boolean fixed;

    /**
     * @param firstGain 1, or 0 at the end of a residual branch, which then starts as nothing
     */
    BatchNormalisation(String name, int clips, MapSize size, float firstGain) {
        this.clips = clips;
        this.size = size;
        int channels = size.channels();
        this.gain = new Parameter(name + "_gain", false, filled(channels, firstGain), channels);
        this.bias = new Parameter(name + "_bias", false, filled(channels, 0), channels);
        this.mean = new Parameter(name + "_mean", false, filled(channels, 0), channels);
        this.variance = new Parameter(name + "_variance", false, filled(channels, 1), channels);
        this.batchMean = new float[channels];
        this.inverse = new float[channels];
    }

    Parameter gain() {
        return gain;
    }

    Parameter bias() {
        return bias;
    }

    /** Running mean: kept with the weights, but not learned by gradient. */
    Parameter mean() {
        return mean;
    }

    /** Running variance: kept with the weights, but not learned by gradient. */
    Parameter variance() {
        return variance;
    }

    /**
     * Becomes the addition of a bias, and stays the same affine map when learning as when
     * predicting: batches of few clips of few voices would otherwise shift what was learned of
     * many. Gain and bias go on learning.
     */
    void start(float[] firstBias) {
        System.arraycopy(firstBias, 0, bias.value, 0, firstBias.length);
        java.util.Arrays.fill(gain.value, 1);
        java.util.Arrays.fill(mean.value, 0);
        java.util.Arrays.fill(variance.value, 1 - EPSILON);
        fixed = true;
    }

    /** Factor of a channel in prediction. */
    float scale(int channel) {
        return gain.value[channel] / (float) Math.sqrt(variance.value[channel] + EPSILON);
    }

    /** What is added to a channel in prediction. */
    float shift(int channel) {
        return bias.value[channel] - mean.value[channel] * scale(channel);
    }

    /** Normalises by the statistics of the batch when learning, by the running ones otherwise. */
    void forward(float[] x, float[] y, boolean learning) {
        int plane = size.plane();
        for (int c = 0; c < size.channels(); c++) {
            float factor = scale(c);
            float add = shift(c);
            if (learning && fixed) {
                batchMean[c] = mean.value[c];
                inverse[c] = (float) (1 / Math.sqrt(variance.value[c] + EPSILON));
            } else if (learning) {
                statistics(x, c);
                factor = gain.value[c] * inverse[c];
                add = bias.value[c] - batchMean[c] * factor;
            }
            for (int n = 0; n < clips; n++) {
                int from = (n * size.channels() + c) * plane;
                affine(x, y, from, plane, factor, add);
            }
        }
    }

    /** Uses the statistics of the last learning {@link #forward}; {@code gx} may be {@code gy}. */
    void backward(float[] x, float[] gy, float[] gx) {
        int plane = size.plane();
        float count = (float) clips * plane;
        for (int c = 0; c < size.channels(); c++) {
            double sum = 0;
            double product = 0;
            for (int n = 0; n < clips; n++) {
                int from = (n * size.channels() + c) * plane;
                sum += Sums.sum(gy, from, plane);
                product += Sums.productAbout(gy, x, batchMean[c], from, plane);
            }
            float byGain = (float) product * inverse[c];
            gain.gradient[c] = byGain;
            bias.gradient[c] = (float) sum;
            float factor = gain.value[c] * inverse[c];
            // Fixed statistics do not depend on the input.
            float slope = fixed ? 0 : -factor * byGain * inverse[c] / count;
            float add = fixed ? 0 : -factor * (float) sum / count - slope * batchMean[c];
            for (int n = 0; n < clips; n++) {
                int from = (n * size.channels() + c) * plane;
                combine(gy, x, gx, from, plane, factor, slope, add);
            }
        }
    }

    private void statistics(float[] x, int c) {
        int plane = size.plane();
        float count = (float) clips * plane;
        double sum = 0;
        for (int n = 0; n < clips; n++) {
            sum += Sums.sum(x, (n * size.channels() + c) * plane, plane);
        }
        float m = (float) (sum / count);
        double squares = 0;
        for (int n = 0; n < clips; n++) {
            squares += Sums.squaresAbout(x, m, (n * size.channels() + c) * plane, plane);
        }
        float v = (float) (squares / count);
        batchMean[c] = m;
        inverse[c] = (float) (1 / Math.sqrt(v + EPSILON));
        mean.value[c] += NEW * (m - mean.value[c]);
        variance.value[c] += NEW * (v * count / (count - 1) - variance.value[c]);
    }

    private static void affine(float[] x, float[] y, int from, int length, float a, float b) {
        for (int i = from; i < from + length; i++) {
            y[i] = a * x[i] + b;
        }
    }

    private static void combine(
            float[] g, float[] x, float[] out, int from, int length, float a, float b, float c) {
        for (int i = from; i < from + length; i++) {
            out[i] = a * g[i] + b * x[i] + c;
        }
    }

    private static float[] filled(int length, float value) {
        float[] values = new float[length];
        java.util.Arrays.fill(values, value);
        return values;
    }
}
