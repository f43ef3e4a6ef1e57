// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.List;
import java.util.OptionalInt;

/**
 * How much of a series its pitches convey.
 *
 * @param values different values of the series
 * @param pitches different pitches they sound as
 * @param apart most of these that lie at least a quarter tone from each other: what also an
 *     untrained ear tells apart
 * @param available pitches the mapping has; empty where there is no end of them
 */
public record Levels(int values, int pitches, int apart, OptionalInt available) {
    /** A quarter tone. */
    private static final double EAR_SEMITONES = 0.5;

    static Levels of(List<ScoreEvent.Note> notes, OptionalInt available) {
        double[] pitches =
                notes.stream().mapToDouble(ScoreEvent.Note::pitch).distinct().sorted().toArray();
        int apart = 0;
        double last = Double.NEGATIVE_INFINITY;
        for (double pitch : pitches) {
            if (pitch - last >= EAR_SEMITONES) {
                apart++;
                last = pitch;
            }
        }
        int values = (int) notes.stream().mapToDouble(ScoreEvent.Note::value).distinct().count();
        return new Levels(values, pitches.length, apart, available);
    }

    /** One sentence. */
    public String inWords() {
        return "%d different values sound as %d different %s, %d of them at least a quarter tone apart%s."
                .formatted(
                        values,
                        pitches,
                        pitches == 1 ? "pitch" : "pitches",
                        apart,
                        available.isPresent()
                                ? "; the mapping has " + available.getAsInt() + " pitches"
                                : "");
    }
}
