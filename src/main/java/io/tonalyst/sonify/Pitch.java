// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.List;
import java.util.Locale;

/** MIDI note numbers, equal temperament with A4 = note 69 = 440 Hz. */
final class Pitch {
    private static final List<String> NAMES =
            List.of("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B");

    private Pitch() {}

    static double hertz(double note) {
        // StrictMath: the same bytes on every machine.
        return 440 * StrictMath.pow(2, (note - 69) / 12);
    }

    /** The names of an octave's notes from C on. */
    static List<String> names() {
        return NAMES;
    }

    /** Such as {@code C#}, without the octave. */
    static String name(int note) {
        return NAMES.get(Math.floorMod(note, 12));
    }

    /** Such as {@code C4 (262 Hz)}; the name is that of the nearest note. */
    static String inWords(double note) {
        int nearest = (int) Math.round(note);
        return String.format(
                Locale.ROOT,
                "%s%d (%,.0f Hz)",
                name(nearest),
                Math.floorDiv(nearest, 12) - 1,
                hertz(note));
    }
}
