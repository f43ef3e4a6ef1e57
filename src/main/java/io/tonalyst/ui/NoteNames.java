// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui;

import java.util.List;

/** Notes as musicians call them: 60 is C4. */
final class NoteNames {
    /** From C on. */
    static final List<String> OCTAVE =
            List.of("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B");

    private NoteNames() {}

    /**
     * Such as {@code C#4}; that of the nearest note.
     *
     * @param pitch MIDI note number
     */
    static String of(double pitch) {
        int nearest = (int) Math.round(pitch);
        return OCTAVE.get(Math.floorMod(nearest, 12)) + (Math.floorDiv(nearest, 12) - 1);
    }
}
