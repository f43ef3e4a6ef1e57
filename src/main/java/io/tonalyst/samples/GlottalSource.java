// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

/**
 * The air flow of the vocal folds, differentiated: a polynomial pulse a period (KLGLOTT88, Klatt
 * and Klatt 1990) with jitter and shimmer, a little breath, and a one-pole low-pass for spectral
 * tilt.
 */
final class GlottalSource {
    private static final double SHIMMER = 0.05;
    private static final double BREATH = 0.03;

    private final double sampleRate;
    private final Dice dice;
    private double phase = 1;
    private double jitter = 1;
    private double shimmer = 1;
    private double tilted;

    GlottalSource(double sampleRate, Dice dice) {
        this.sampleRate = sampleRate;
        this.dice = dice;
    }

    /**
     * @param hertz fundamental frequency
     * @param brightness 0 to 1: raises the cut-off of the tilt and shortens the open phase
     * @param jitterShare relative variation of the period
     */
    double next(double hertz, double brightness, double jitterShare) {
        phase += hertz * jitter / sampleRate;
        if (phase >= 1) {
            phase -= StrictMath.floor(phase);
            jitter = 1 + jitterShare * dice.gaussian();
            shimmer = 1 + SHIMMER * dice.gaussian();
        }
        double open = 0.7 - 0.25 * brightness;
        double x = phase / open;
        double pulse = x < 1 ? shimmer * (2 * x - 3 * x * x) : 0;
        double breath = BREATH * dice.gaussian() * (x < 1 ? 1 : 0.3);
        double cutOff = 500 + 3000 * brightness;
        double pole = StrictMath.exp(-2 * StrictMath.PI * cutOff / sampleRate);
        tilted += (1 - pole) * (pulse + breath - tilted);
        return tilted;
    }
}
