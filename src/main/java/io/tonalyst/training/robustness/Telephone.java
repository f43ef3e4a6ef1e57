// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training.robustness;

import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.Resampler;

/** The telephone band: 8 kHz, 300 to 3400 Hz. */
final class Telephone {
    /** Rate of the network. */
    static final int RATE = 8000;

    private static final int TAPS = 161;
    private static final double LOW_HERTZ = 300;
    private static final double HIGH_HERTZ = 3400;

    private static final float[] FILTER = bandPass();

    private Telephone() {}

    /** Sound of 16 kHz as the network takes it. */
    static float[] narrow(float[] mono) {
        float[] slow = Resampler.resample(mono, LogMel.SAMPLE_RATE, RATE);
        float[] filtered = new float[slow.length];
        int half = TAPS / 2;
        for (int i = 0; i < slow.length; i++) {
            float sum = 0;
            for (int k = Math.max(0, i + half - slow.length + 1);
                    k < TAPS && i + half - k >= 0;
                    k++) {
                sum += FILTER[k] * slow[i + half - k];
            }
            filtered[i] = sum;
        }
        return filtered;
    }

    /** Sound of the network at 16 kHz again. */
    static float[] widen(float[] slow) {
        return Resampler.resample(slow, RATE, LogMel.SAMPLE_RATE);
    }

    /** Rounded to 16 bits. */
    static short[] samples(float[] x) {
        short[] samples = new short[x.length];
        for (int i = 0; i < x.length; i++) {
            samples[i] =
                    (short) Math.clamp(Math.round(x[i] * 32768f), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return samples;
    }

    /** A windowed difference of two ideal low-pass filters (Hann window). */
    private static float[] bandPass() {
        float[] taps = new float[TAPS];
        for (int i = 0; i < TAPS; i++) {
            int n = i - TAPS / 2;
            double window = 0.5 + 0.5 * Math.cos(2 * Math.PI * n / (TAPS + 1));
            taps[i] = (float) (window * (lowPass(HIGH_HERTZ, n) - lowPass(LOW_HERTZ, n)));
        }
        return taps;
    }

    private static double lowPass(double hertz, int n) {
        double cut = 2 * hertz / RATE;
        return n == 0 ? cut : Math.sin(Math.PI * cut * n) / (Math.PI * n);
    }
}
