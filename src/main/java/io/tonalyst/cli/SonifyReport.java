// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.sonify.ScoreEvent;
import io.tonalyst.sonify.SonificationScore;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code tonalyst sonify} prints.
 *
 * @param lengthSeconds of the whole score
 * @param files written, by the kind
 */
record SonifyReport(
        String title,
        String measure,
        String definition,
        String formula,
        double threshold,
        String unit,
        String mapping,
        String sentence,
        @JsonProperty("length_s") double lengthSeconds,
        @JsonProperty("distinct_pitches") int distinctPitches,
        List<Day> days,
        Map<String, String> files) {

    /**
     * A day with a note.
     *
     * @param note MIDI pitch, whole where it is, and velocity
     * @param startSeconds in the score
     */
    record Day(
            String date,
            int calls,
            double value,
            List<Number> note,
            @JsonProperty("start_s") double startSeconds) {
        static Day of(SonificationScore score, ScoreEvent.Note note) {
            int calls = score.series().point(note.date()).map(p -> p.calls()).orElse(0);
            return new Day(
                    note.date().toString(),
                    calls,
                    note.value(),
                    List.of(plain(note.pitch()), note.velocity()),
                    SonificationScore.RATE.seconds(note.start()));
        }

        private static Number plain(double pitch) {
            if (pitch == Math.rint(pitch)) {
                return (int) pitch;
            }
            return pitch;
        }
    }

    static SonifyReport of(SonificationScore score, Map<String, String> files) {
        var series = score.series();
        return new SonifyReport(
                series.title(),
                series.measure().key(),
                series.definition().key(),
                series.formula(),
                score.threshold(),
                series.measure().unit(),
                score.mapping().key(),
                score.sentence(),
                score.seconds(),
                score.distinctPitches(),
                score.notes().stream().map(note -> Day.of(score, note)).toList(),
                files);
    }

    /** The same for reading. */
    String inWords() {
        var text = new StringBuilder();
        text.append(title).append(". ").append(formula).append('\n');
        text.append(sentence).append('\n');
        text.append(
                String.format(
                        Locale.ROOT,
                        "%d notes of %d different pitches in %.2f s.%n",
                        days.size(),
                        distinctPitches,
                        lengthSeconds));
        files.forEach((kind, path) -> text.append("Wrote ").append(path).append(".\n"));
        if (files.isEmpty()) {
            text.append("Nothing written: name files with --midi, --wav or --png.\n");
        }
        return text.toString();
    }
}
