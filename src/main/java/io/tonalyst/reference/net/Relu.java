// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference.net;

/** The rectified linear unit. */
final class Relu implements Layer {
    private final int width;
    private final float[] output;
    private final float[] gradientInput;

    /**
     * @param rows most rows of a batch
     * @param width values of a row
     */
    Relu(int rows, int width) {
        this.width = width;
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
        for (int i = 0; i < rows * width; i++) {
            output[i] = Math.max(x[i], 0f);
        }
        return output;
    }

    @Override
    public float[] backward(float[] gradient, int rows) {
        for (int i = 0; i < rows * width; i++) {
            gradientInput[i] = gradient[i] * Steps.positive(output[i]);
        }
        return gradientInput;
    }
}
