// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference.net;

import java.util.Arrays;

/**
 * The largest of neighbouring positions, channel by channel, every second position; at the ends of
 * fewer ones. Of equal values the first gets the gradient. On plain arrays, because ND4J's takes
 * longer for it than for the convolutions beside it: even and odd positions are laid apart, so that
 * each place in the window is one long loop without branches.
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

    /** A row's even and odd positions, and the gradients by them. */
    private final float[][] halves;

    private final float[][] gradients;
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
        this.left = new float[outputs()];
        this.halves = new float[STRIDE][outputs()];
        this.gradients = new float[STRIDE][outputs()];
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
        for (int row = 0; row < rows; row++) {
            layApart(x, row);
            int to = row * outputs();
            Arrays.fill(output, to, to + outputs(), Float.NEGATIVE_INFINITY);
            for (int place = 0; place < size; place++) {
                Reach r = reach(place);
                keepLarger(halves[r.half], r.from, output, to + r.to, r.count);
            }
        }
        return output;
    }

    @Override
    public float[] backward(float[] gradient, int rows) {
        for (int row = 0; row < rows; row++) {
            layApart(input, row);
            int at = row * outputs();
            System.arraycopy(gradient, at, left, 0, outputs());
            for (float[] half : gradients) {
                Arrays.fill(half, 0);
            }
            for (int place = 0; place < size; place++) {
                Reach r = reach(place);
                handBack(
                        halves[r.half],
                        r.from,
                        output,
                        at + r.to,
                        gradients[r.half],
                        left,
                        r.to,
                        r.count);
            }
            for (int position = 0; position < length; position++) {
                System.arraycopy(
                        gradients[position % STRIDE],
                        position / STRIDE * channels,
                        gradientInput,
                        row * inputs() + position * channels,
                        channels);
            }
        }
        return gradientInput;
    }

    /** Where the values at one place of all windows lie, and which windows have that place. */
    private record Reach(int half, int from, int to, int count) {}

    private Reach reach(int place) {
        int offset = place - before;
        int half = Math.floorMod(offset, STRIDE);
        int shift = Math.floorDiv(offset, STRIDE);
        int first = Math.max(0, -shift);
        int positions = (length - half + STRIDE - 1) / STRIDE;
        int end = Math.min(pooled, positions - shift);
        return new Reach(
                half,
                (first + shift) * channels,
                first * channels,
                Math.max(0, end - first) * channels);
    }

    private void layApart(float[] x, int row) {
        for (int position = 0; position < length; position++) {
            System.arraycopy(
                    x,
                    row * inputs() + position * channels,
                    halves[position % STRIDE],
                    position / STRIDE * channels,
                    channels);
        }
    }

    private static void keepLarger(float[] x, int from, float[] y, int to, int count) {
        for (int i = 0; i < count; i++) {
            y[to + i] = Math.max(y[to + i], x[from + i]);
        }
    }

    /** Moves what is left of the gradient to those values that are the largest of their window. */
    private static void handBack(
            float[] x,
            int from,
            float[] largest,
            int at,
            float[] gradient,
            float[] left,
            int to,
            int count) {
        for (int i = 0; i < count; i++) {
            float share = left[to + i] * (1 - Steps.positive(largest[at + i] - x[from + i]));
            gradient[from + i] += share;
            left[to + i] -= share;
        }
    }
}
