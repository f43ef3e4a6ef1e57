// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which pitches a design uses. */
public enum Scale {
    /** Every pitch there is: nothing is rounded. */
    FREE("Every pitch", List.of()),
    /** The twelve keys of an octave. */
    CHROMATIC("Semitones", List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
    /** Seven notes an octave. */
    MAJOR("Major", List.of(0, 2, 4, 5, 7, 9, 11)),
    /** Seven notes an octave, the natural minor. */
    MINOR("Minor", List.of(0, 2, 3, 5, 7, 8, 10)),
    /** Five notes an octave, no two of which rub. */
    PENTATONIC("Pentatonic", List.of(0, 2, 4, 7, 9));

    private final String title;
    private final List<Integer> degrees;

    Scale(String title, List<Integer> degrees) {
        this.title = title;
        this.degrees = degrees;
    }

    /** Name in files, such as {@code major}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    /** The scale with this {@link #key}. */
    public static Optional<Scale> ofKey(String key) {
        return Stream.of(values()).filter(s -> s.key().equals(key)).findFirst();
    }

    /** Whether pitches are rounded to notes of the scale. */
    boolean isStepped() {
        return !degrees.isEmpty();
    }

    /**
     * The note of the scale that is nearest to a pitch; of two the lower.
     *
     * @param pitch MIDI note number
     * @param tonic where the scale starts: 0 is C, 11 is B
     * @param low lowest pitch allowed
     * @param high highest pitch allowed
     * @return {@code pitch} itself where nothing is rounded or no note lies in the range
     */
    double nearest(double pitch, int tonic, double low, double high) {
        double nearest = Double.NaN;
        for (int note = (int) Math.ceil(low); note <= high; note++) {
            boolean nearer =
                    Double.isNaN(nearest) || Math.abs(note - pitch) < Math.abs(nearest - pitch);
            if (degrees.contains(Math.floorMod(note - tonic, 12)) && nearer) {
                nearest = note;
            }
        }
        return Double.isNaN(nearest) ? pitch : nearest;
    }

    /** How many notes of the scale lie in a range of pitches. */
    int notesWithin(int tonic, double low, double high) {
        int count = 0;
        for (int note = (int) Math.ceil(low); note <= high; note++) {
            if (degrees.contains(Math.floorMod(note - tonic, 12))) {
                count++;
            }
        }
        return count;
    }
}
