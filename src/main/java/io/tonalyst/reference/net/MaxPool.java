// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference.net;

/**
 * The largest of neighbouring positions, channel by channel, every second position; at the ends of
 * fewer ones. Of equal values the first gets the gradient. On plain arrays, because ND4J's takes
 * longer for it than for the convolutions beside it.
 */
final class MaxPool implements Layer {
    private static final int STRIDE = 2;

    private final int length;
    private final int channels;
    private final int size;
    private final int pooled;

    /** Positions the first window reaches beyond the start. */
    private final int before;

    private final float[] output;
    private final float[] gradientInput;
    private final float[] left;
    private float[] input = new float[0];

    /**
     * @param rows most rows of a batch
     * @param length positions of a row
     * @param size positions of a window, at least {@value #STRIDE}
     */
    MaxPool(int rows, int length, int channels, int size) {
        this.length = length;
        this.channels = channels;
        this.size = size;
        this.pooled = pooled(length);
        this.before = Math.max(0, (pooled - 1) * STRIDE + size - length) / 2;
        this.output = new float[rows * outputs()];
        this.gradientInput = new float[rows * inputs()];
        this.left = new float[channels];
    }

    /** Positions left of {@code length}. */
    static int pooled(int length) {
        return (length + STRIDE - 1) / STRIDE;
    }

    @Override
    public int inputs() {
        return length * channels;
    }

    @Override
    public int outputs() {
        return pooled * channels;
    }

    @Override
    public float[] forward(float[] x, int rows, Mode mode) {
        input = x;
        for (int window = 0; window < rows * pooled; window++) {
            int to = window * channels;
            int start = start(window);
            System.arraycopy(x, start, output, to, channels);
            for (int from = start + channels; from < end(window); from += channels) {
                keepLarger(x, from, output, to, channels);
            }
        }
        return output;
    }

    @Override
    public float[] backward(float[] gradient, int rows) {
        java.util.Arrays.fill(gradientInput, 0, rows * inputs(), 0);
        for (int window = 0; window < rows * pooled; window++) {
            int at = window * channels;
            System.arraycopy(gradient, at, left, 0, channels);
            for (int from = start(window); from < end(window); from += channels) {
                handBack(from, at);
            }
        }
        return gradientInput;
    }

    private void handBack(int from, int at) {
        for (int c = 0; c < channels; c++) {
            if (input[from + c] == output[at + c]) {
                gradientInput[from + c] += left[c];
                left[c] = 0;
            }
        }
    }

    private static void keepLarger(float[] x, int from, float[] y, int to, int count) {
        for (int c = 0; c < count; c++) {
            y[to + c] = Math.max(y[to + c], x[from + c]);
        }
    }

    /** Index of the first value of a window; windows are counted over all rows. */
    private int start(int window) {
        int position = Math.max(0, window % pooled * STRIDE - before);
        return (window / pooled * length + position) * channels;
    }

    /** Index behind the last value of a window. */
    private int end(int window) {
        int position = Math.min(length, window % pooled * STRIDE - before + size);
        return (window / pooled * length + position) * channels;
    }
}
