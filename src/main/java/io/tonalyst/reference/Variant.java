// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import java.util.Locale;

/** What is made of a clip before its features are computed. */
public enum Variant {
    /** The clip as it is. */
    ORIGINAL,
    /** With Gaussian noise of 0.035 x U(0, 1) x the clip's maximum. */
    NOISE,
    /** Slower by 0.8, then 0.7 semitones higher. */
    STRETCH_PITCH,
    /** Rolled by up to 5,000 samples either way; what falls off one end comes in at the other. */
    SHIFT,
    /** 0.7 semitones higher. */
    PITCH,
    /** 0.7 semitones higher, then with noise. */
    PITCH_NOISE;

    /** Name in files, such as {@code stretch-pitch}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
