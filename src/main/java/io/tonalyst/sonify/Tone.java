// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

/**
 * How a note sounds.
 *
 * @param pitch MIDI note number with fractions, 60 is C4
 * @param velocity 1 to 127
 * @param pan -1 left to 1 right
 * @param brightness 0 dark to 1 bright; 0.5 is the instrument as it is
 */
public record Tone(double pitch, int velocity, double pan, double brightness, Timbre timbre) {
    public Tone {
        if (!Double.isFinite(pitch) || velocity < 1 || velocity > 127) {
            throw new IllegalArgumentException("Not a tone: " + pitch + ", " + velocity);
        }
    }

    /** A tone in the middle, of the instrument as it is. */
    static Tone plain(double pitch, int velocity, Timbre timbre) {
        return new Tone(pitch, velocity, 0, Spectrum.NATURAL, timbre);
    }

    /** What the tone is made of. */
    Spectrum spectrum() {
        return Spectrum.of(timbre, brightness);
    }
}
