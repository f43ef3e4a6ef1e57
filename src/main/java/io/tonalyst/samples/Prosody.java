// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

/**
 * How an utterance is spoken.
 *
 * @param pitchFactor factor on the speaker's usual pitch
 * @param rangeSemitones extent of the pitch movements
 * @param syllablesPerSecond rate of speaking
 * @param level peak level of the vowels, 0 to 1
 * @param brightness 0 for a soft source with a steep spectrum, 1 for a pressed one
 * @param jitter relative variation from one period to the next
 */
record Prosody(
        double pitchFactor,
        double rangeSemitones,
        double syllablesPerSecond,
        double level,
        double brightness,
        double jitter) {
    /**
     * From calm to agitated: higher, wider, faster, louder, brighter, rougher, as anger is
     * described by Banse and Scherer (1996).
     *
     * @param agitation 0 to 1
     */
    static Prosody of(double agitation) {
        double a = agitation;
        return new Prosody(
                1 + 0.45 * a,
                2.5 + 5 * a,
                4 + 2 * a,
                0.2 + 0.45 * a * a,
                0.1 + 0.85 * a,
                0.006 + 0.012 * a);
    }

    /** Tired or sad: low, flat, slow, soft. */
    static Prosody subdued() {
        return new Prosody(0.88, 1.2, 3, 0.16, 0.02, 0.012);
    }
}
