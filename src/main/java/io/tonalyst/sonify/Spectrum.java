// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.Arrays;

/**
 * What a tone is made of: harmonics that each die away by themselves. All are added up as cosines,
 * none of them above {@link #HIGHEST_HERTZ}, so that nothing can alias. The shares of the first
 * frame add up to 1.
 *
 * @param gains share of each harmonic, the first at index 0
 * @param seconds time in which each harmonic falls to 1/e
 * @param attack frames until the full strength is reached
 * @param tiedLevel to what a tied note has fallen when the next one sets in
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
record Spectrum(double[] gains, double[] seconds, int attack, double tiedLevel) {
    /** Harmonics above this are left out. */
    static final double HIGHEST_HERTZ = 20_000;

    /** The brightness at which an instrument sounds as it is. */
    static final double NATURAL = 0.5;

    /** Exponent of the harmonic's number by which full brightness or darkness changes it. */
    private static final double TILT = 1.5;

    private static final double RINGS = Double.POSITIVE_INFINITY;
    private static final double STRUCK_LEVEL = 0.5;

    /** A short knock. */
    static final Spectrum KNOCK =
            new Spectrum(new double[] {1}, new double[] {0.012}, Envelope.ATTACK, 1);

    /** The tone of an instrument as it is. */
    static Spectrum of(Timbre timbre) {
        return switch (timbre) {
            case MARIMBA -> bar(new double[] {0.75, 0.18, 0.07}, 0.35, 0.08, 0.03);
            case VIBRAPHONE -> bar(new double[] {0.8, 0.16, 0.04}, 1.6, 0.35, 0.06);
            case PIANO -> string(14, 1.3, 1.1, 0.75);
            case HARP -> plucked();
            case TRIANGLE -> sustained(Envelope.ATTACK, triangle());
            case FLUTE -> sustained(3 * Envelope.ATTACK, 1, 0.32, 0.14, 0.04, 0.02);
            case CLARINET ->
                    sustained(2 * Envelope.ATTACK, 1, 0.03, 0.5, 0.04, 0.3, 0.05, 0.16, 0.03, 0.07);
            case ORGAN -> sustained(Envelope.ATTACK, 1, 0.6, 0, 0.3, 0, 0, 0, 0.1);
            case STRINGS -> sustained(5 * Envelope.ATTACK, saw());
        };
    }

    /**
     * The tone of an instrument, darker or brighter than it is.
     *
     * @param brightness 0 dark to 1 bright; {@link #NATURAL} as it is
     */
    static Spectrum of(Timbre timbre, double brightness) {
        return of(timbre).tilted(brightness);
    }

    /** Number of the highest harmonic. */
    int harmonics() {
        return gains.length;
    }

    /** Share of a harmonic, from 1, in the first frame. */
    double gain(int harmonic) {
        return gains[harmonic - 1];
    }

    /** Time in which a harmonic falls to 1/e. */
    double decaySeconds(int harmonic) {
        return seconds[harmonic - 1];
    }

    private Spectrum tilted(double brightness) {
        if (brightness == NATURAL) {
            return this;
        }
        double exponent = 2 * TILT * (brightness - NATURAL);
        double[] tilted = new double[gains.length];
        for (int i = 0; i < tilted.length; i++) {
            tilted[i] = gains[i] * StrictMath.pow(i + 1.0, exponent);
        }
        return new Spectrum(normalised(tilted), seconds, attack, tiedLevel);
    }

    /** Partials tuned to 1 : 4 : 10. */
    private static Spectrum bar(double[] three, double... times) {
        double[] gains = new double[10];
        double[] seconds = new double[10];
        gains[0] = three[0];
        gains[3] = three[1];
        gains[9] = three[2];
        for (int i = 0; i < 10; i++) {
            seconds[i] = i == 0 ? times[0] : i <= 3 ? times[1] : times[2];
        }
        return new Spectrum(gains, seconds, Envelope.ATTACK, STRUCK_LEVEL);
    }

    private static Spectrum string(int harmonics, double fall, double longest, double shorten) {
        double[] gains = new double[harmonics];
        double[] seconds = new double[harmonics];
        for (int h = 1; h <= harmonics; h++) {
            gains[h - 1] = StrictMath.pow(h, -fall);
            seconds[h - 1] = longest * StrictMath.pow(h, -shorten);
        }
        return new Spectrum(normalised(gains), seconds, Envelope.ATTACK, STRUCK_LEVEL);
    }

    /** A string plucked at a fifth of its length: every fifth harmonic is missing. */
    private static Spectrum plucked() {
        var string = string(12, 1.1, 0.55, 0.6);
        double[] gains = string.gains.clone();
        for (int h = 1; h <= gains.length; h++) {
            gains[h - 1] *= Math.abs(StrictMath.sin(Math.PI * h / 5));
        }
        return new Spectrum(normalised(gains), string.seconds, Envelope.ATTACK, STRUCK_LEVEL);
    }

    private static Spectrum sustained(int attack, double... gains) {
        double[] seconds = new double[gains.length];
        Arrays.fill(seconds, RINGS);
        return new Spectrum(normalised(gains), seconds, attack, 1);
    }

    /** Up to the 15th harmonic, which lies 47 dB below the first. */
    private static double[] triangle() {
        double[] gains = new double[15];
        for (int h = 1; h <= gains.length; h += 2) {
            gains[h - 1] = 1.0 / (h * h);
        }
        return gains;
    }

    private static double[] saw() {
        double[] gains = new double[18];
        for (int h = 1; h <= gains.length; h++) {
            gains[h - 1] = StrictMath.pow(h, -1.4);
        }
        return gains;
    }

    private static double[] normalised(double[] gains) {
        double sum = 0;
        for (double gain : gains) {
            sum += gain;
        }
        double[] shares = gains.clone();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
