// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

/**
 * What a tone is made of: harmonics that each die away by themselves. All are added up as cosines,
 * none of them above {@link #HIGHEST_HERTZ}, so that nothing can alias.
 */
enum Spectrum {
    /** A bar of a marimba: tuned to 1 : 4 : 10, the upper partials short. */
    BAR(0.5, struck(), 0.35, 0.08, 0.03),
    /** A triangle wave up to its 15th harmonic, which lies 47 dB below the first. */
    TRIANGLE(1, triangle(), Double.POSITIVE_INFINITY),
    /** A short knock. */
    KNOCK(1, new double[] {1}, 0.012);

    /** Harmonics above this are left out. */
    static final double HIGHEST_HERTZ = 20_000;

    private final double tiedLevel;
    private final double[] gains;
    private final double[] seconds;

    Spectrum(double tiedLevel, double[] gains, double... seconds) {
        this.tiedLevel = tiedLevel;
        this.gains = gains;
        this.seconds = seconds;
    }

    static Spectrum of(Timbre timbre) {
        return switch (timbre) {
            case STRUCK -> BAR;
            case SUSTAINED -> TRIANGLE;
        };
    }

    /** Number of the highest harmonic. */
    int harmonics() {
        return gains.length;
    }

    /** Share of a harmonic, from 1, in the first frame; the shares add up to 1. */
    double gain(int harmonic) {
        return gains[harmonic - 1];
    }

    /** Time in which a harmonic falls to 1/e. */
    double decaySeconds(int harmonic) {
        // Of the bar, the partials 1, 4 and 10 use the three times given.
        int index = harmonic == 1 ? 0 : harmonic <= 4 ? 1 : 2;
        return seconds[Math.min(index, seconds.length - 1)];
    }

    /** To what a tied note has fallen when the next one sets in. */
    double tiedLevel() {
        return tiedLevel;
    }

    private static double[] struck() {
        double[] gains = new double[10];
        gains[0] = 0.75;
        gains[3] = 0.18;
        gains[9] = 0.07;
        return gains;
    }

    private static double[] triangle() {
        double[] gains = new double[15];
        double sum = 0;
        for (int h = 1; h <= gains.length; h += 2) {
            gains[h - 1] = 1.0 / (h * h);
            sum += gains[h - 1];
        }
        for (int h = 0; h < gains.length; h++) {
            gains[h] /= sum;
        }
        return gains;
    }
}
