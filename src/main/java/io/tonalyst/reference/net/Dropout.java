// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference.net;

import java.util.random.RandomGenerator;

/** Blanks a share of the values when learning and raises the others to make up for it. */
final class Dropout implements Layer {
    private final int width;
    private final double share;
    private final float[] factors;
    private final float[] output;
    private final float[] gradientInput;

    /**
     * @param rows most rows of a batch
     * @param width values of a row
     * @param share blanked, below 1
     */
    Dropout(int rows, int width, double share) {
        this.width = width;
        this.share = share;
        this.factors = new float[rows * width];
        this.output = new float[rows * width];
        this.gradientInput = new float[rows * width];
    }

    @Override
    public int inputs() {
        return width;
    }

    @Override
    public int outputs() {
        return width;
    }

    @Override
    public float[] forward(float[] x, int rows, Mode mode) {
        return switch (mode) {
            case Mode.Predict _ -> x;
            case Mode.Train train -> {
                draw(rows, train.random());
                multiply(x, factors, output, rows * width);
                yield output;
            }
        };
    }

    @Override
    public float[] backward(float[] gradient, int rows) {
        multiply(gradient, factors, gradientInput, rows * width);
        return gradientInput;
    }

    private void draw(int rows, RandomGenerator random) {
        float kept = (float) (1 / (1 - share));
        for (int i = 0; i < rows * width; i++) {
            factors[i] = random.nextFloat() < share ? 0 : kept;
        }
    }

    private static void multiply(float[] a, float[] b, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] * b[i];
        }
    }
}
