// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import java.util.random.RandomGenerator;

/** Makes the variants of a clip that the reference notebooks learn from. */
final class ClipAugmenter {
    private static final double NOISE = 0.035;
    private static final double TEMPO = 0.8;
    private static final double SEMITONES = 0.7;
    private static final int MAX_SHIFT = 5000;

    private ClipAugmenter() {}

    /**
     * @param x samples at 22,050 Hz, at least one; not changed
     */
    static float[] apply(Variant variant, float[] x, RandomGenerator random) {
        return switch (variant) {
            case ORIGINAL -> x;
            case NOISE -> noise(x, random);
            case STRETCH_PITCH -> SoundWarp.shiftPitch(SoundWarp.stretch(x, TEMPO), SEMITONES);
            case SHIFT -> shift(x, random);
            case PITCH -> SoundWarp.shiftPitch(x, SEMITONES);
            case PITCH_NOISE -> noise(SoundWarp.shiftPitch(x, SEMITONES), random);
        };
    }

    private static float[] noise(float[] x, RandomGenerator random) {
        float max = x[0];
        for (float value : x) {
            max = Math.max(max, value);
        }
        double amplitude = NOISE * random.nextDouble() * max;
        float[] y = new float[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) (x[i] + amplitude * random.nextGaussian());
        }
        return y;
    }

    private static float[] shift(float[] x, RandomGenerator random) {
        int by = random.nextInt(-MAX_SHIFT, MAX_SHIFT);
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[Math.floorMod(i + by, x.length)] = x[i];
        }
        return y;
    }
}
