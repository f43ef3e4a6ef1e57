// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training.robustness;

import java.util.SplittableRandom;

/**
 * Adds noise at a ratio of the mean powers of voice and noise over the whole clip.
 *
 * @param pink whether its power falls by 3 dB an octave, as that of a room full of people; white
 *     otherwise
 * @param ratioDb power of the clip over that of the noise
 */
record Noise(boolean pink, double ratioDb) implements Degradation {
    /** Poles and gains of three one-pole filters whose sum falls by 3 dB an octave (P. Kellet). */
    private static final double[][] PINK = {
        {0.99765, 0.0990460}, {0.96300, 0.2965164}, {0.57000, 1.0526913}
    };

    private static final double PINK_DIRECT = 0.1848;

    @Override
    public String key() {
        return (pink ? "pink" : "white") + "-noise-" + Math.round(ratioDb) + "-db";
    }

    @Override
    public String description() {
        return (pink ? "Pink" : "White") + " noise " + Math.round(ratioDb) + " dB below the voice";
    }

    @Override
    public float[] apply(float[] mono, String clip) {
        var random = new SplittableRandom(clip.hashCode());
        double[] state = new double[PINK.length];
        double[] noise = new double[mono.length];
        double noisePower = 0;
        double power = 0;
        for (int i = 0; i < noise.length; i++) {
            double white = random.nextGaussian();
            noise[i] = pink ? pink(white, state) : white;
            noisePower += noise[i] * noise[i];
            power += (double) mono[i] * mono[i];
        }
        double gain =
                noisePower == 0 ? 0 : Math.sqrt(power / noisePower / Math.pow(10, ratioDb / 10));
        float[] out = new float[mono.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (mono[i] + gain * noise[i]);
        }
        return out;
    }

    private static double pink(double white, double[] state) {
        double sum = PINK_DIRECT * white;
        for (int k = 0; k < state.length; k++) {
            state[k] = PINK[k][0] * state[k] + PINK[k][1] * white;
            sum += state[k];
        }
        return sum;
    }
}
