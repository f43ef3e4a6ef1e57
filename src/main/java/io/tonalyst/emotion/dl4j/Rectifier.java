// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

/** The rectified linear unit on plain arrays. */
final class Rectifier {
    private Rectifier() {}

    static void forward(float[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(x[i], 0f);
        }
    }

    /** {@code x} becomes the rectified sum. */
    static void addAndRectify(float[] x, float[] other) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(x[i] + other[i], 0f);
        }
    }

    /** Blanks the gradient where the output was 0. */
    static void backward(float[] output, float[] gradient) {
        for (int i = 0; i < output.length; i++) {
            gradient[i] = output[i] > 0 ? gradient[i] : 0;
        }
    }
}
