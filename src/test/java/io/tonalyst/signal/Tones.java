// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import java.util.Random;

/** Sounds for tests, from formulas. */
final class Tones {
    private Tones() {}

    /** {@code amplitude * sin(2 pi hertz i / rate)} for i below {@code length}. */
    static float[] sine(double hertz, double amplitude, int rate, int length) {
        float[] x = new float[length];
        for (int i = 0; i < length; i++) {
            x[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return x;
    }

    /** Gaussian noise of standard deviation {@code level}. */
    static float[] noise(double level, int length, long seed) {
        var random = new Random(seed);
        float[] x = new float[length];
        for (int i = 0; i < length; i++) {
            x[i] = (float) (level * random.nextGaussian());
        }
        return x;
    }
}
