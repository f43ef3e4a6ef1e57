// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference.net;

import java.util.random.RandomGenerator;

/** Blanks a share of the values when learning and raises the others to make up for it. */
final class Dropout implements Layer {
    private static final int DRAW_BITS = 16;
    private static final int DRAWS = Long.SIZE / DRAW_BITS;

    private final int width;
    private final double share;
    private final float[] factors;
    private final float[] output;
    private final float[] gradientInput;

    /**
     * @param rows most rows of a batch
     * @param width values of a row
     * @param share blanked, below 1; in steps of 1/65536
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

    /** Takes four draws of 16 bits from each random number. */
    private void draw(int rows, RandomGenerator random) {
        float kept = (float) (1 / (1 - share));
        int least = (int) Math.round(share * (1 << DRAW_BITS));
        long bits = 0;
        for (int i = 0; i < rows * width; i++) {
            bits = i % DRAWS == 0 ? random.nextLong() : bits >>> DRAW_BITS;
            int draw = (int) (bits & ((1 << DRAW_BITS) - 1));
            // 1 where the draw is not below the least, without a branch.
            factors[i] = kept * (1 + ((draw - least) >> (Integer.SIZE - 1)));
        }
    }

    private static void multiply(float[] a, float[] b, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] * b[i];
        }
    }
}
