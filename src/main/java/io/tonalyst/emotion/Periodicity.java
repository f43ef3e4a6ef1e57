// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.signal.ResampledChannel;

/**
 * Tells voiced sound by its normalised autocorrelation at the lags of a voice's pitch, 60 to 400
 * Hz.
 */
final class Periodicity {
    /** The sound is averaged in fours to 4 kHz: pitch needs no more, and it costs a sixteenth. */
    private static final int DECIMATION = 4;

    private static final int WINDOW = 160;
    private static final int MIN_LAG = 10;
    private static final int MAX_LAG = 67;

    /** Samples looked at. */
    static final int SAMPLES = (WINDOW + MAX_LAG) * DECIMATION;

    /** White noise stays below 0.3 at this window; vowels lie above 0.7. */
    private static final double VOICED = 0.5;

    private Periodicity() {}

    /**
     * Whether the 57 ms from {@code start} on are periodic; false near the end of the sound.
     *
     * @param sound at 16 kHz
     * @param room {@value #SAMPLES} values, overwritten
     */
    static boolean isVoiced(ResampledChannel sound, long start, float[] room) {
        if (start + SAMPLES > sound.length()) {
            return false;
        }
        sound.read(start, room, SAMPLES);
        float[] x = new float[WINDOW + MAX_LAG];
        for (int i = 0; i < x.length; i++) {
            float sum = 0;
            for (int k = 0; k < DECIMATION; k++) {
                sum += room[i * DECIMATION + k];
            }
            x[i] = sum;
        }
        removeMean(x);
        double energy = 0;
        for (int i = 0; i < WINDOW; i++) {
            energy += x[i] * x[i];
        }
        for (int lag = MIN_LAG; lag <= MAX_LAG; lag++) {
            double product = 0;
            double shifted = 0;
            for (int i = 0; i < WINDOW; i++) {
                product += x[i] * x[i + lag];
                shifted += x[i + lag] * x[i + lag];
            }
            if (product > VOICED * Math.sqrt(energy * shifted) && product > 0) {
                return true;
            }
        }
        return false;
    }

    private static void removeMean(float[] x) {
        double mean = 0;
        for (float value : x) {
            mean += value;
        }
        mean /= x.length;
        for (int i = 0; i < x.length; i++) {
            x[i] -= (float) mean;
        }
    }
}
