// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.sonify.ScoreEvent;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.SpokenSummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code tonalyst sonify} prints.
 *
 * @param lengthSeconds of the whole score
 * @param pitchesApart how many of the pitches lie at least a quarter tone from each other
 * @param summary the figures as they are read out
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
        @JsonProperty("pitches_apart") int pitchesApart,
        String summary,
        List<Day> days,
        Map<String, String> files) {

    /**
     * A day with a note.
     *
     * @param subject whose day it is
     * @param note MIDI pitch, whole where it is, and velocity
     * @param startSeconds in the score
     */
    record Day(
            String subject,
            String date,
            int calls,
            double value,
            List<Number> note,
            @JsonProperty("start_s") double startSeconds) {
        static Day of(KpiSeries series, ScoreEvent.Note note) {
            LocalDate date = series.first().plusDays(note.step());
            int calls = series.point(date).map(p -> p.calls()).orElse(0);
            return new Day(
                    series.subject(),
                    date.toString(),
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

    /**
     * The report of a score.
     *
     * @param all series that are heard, in the order of their voices
     */
    static SonifyReport of(
            List<KpiSeries> all,
            double threshold,
            SonificationScore score,
            Map<String, String> files) {
        KpiSeries series = all.getFirst();
        return new SonifyReport(
                series.title(),
                series.measure().key(),
                series.definition().key(),
                series.formula(),
                threshold,
                series.measure().unit(),
                score.mapping().key(),
                score.sentence(),
                score.seconds(),
                score.levels().pitches(),
                score.levels().apart(),
                SpokenSummary.of(score.series()),
                score.notes().stream()
                        .map(note -> Day.of(all.get(note.voice().ordinal()), note))
                        .toList(),
                files);
    }

    /** The same for reading. */
    String inWords() {
        var text = new StringBuilder();
        text.append(title).append(". ").append(formula).append('\n');
        text.append(sentence).append('\n');
        text.append(summary).append('\n');
        text.append(
                String.format(
                        Locale.ROOT,
                        "%d notes of %d different pitches in %.2f s; %d pitches lie at least a"
                                + " quarter tone apart.%n",
                        days.size(),
                        distinctPitches,
                        lengthSeconds,
                        pitchesApart));
        files.forEach((kind, path) -> text.append("Wrote ").append(path).append(".\n"));
        if (files.isEmpty()) {
            text.append("Nothing written: name files with --midi, --wav or --png.\n");
        }
        return text.toString();
    }
}
