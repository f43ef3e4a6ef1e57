// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A recording of the library.
 *
 * @param file absolute
 * @param call what its name says
 * @param state how far its analysis is
 * @param analysis its result, kept from before or just made; of a damaged file the problem
 */
public record LibraryEntry(
        Path file, CallName call, State state, Optional<StoredAnalysis> analysis) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** How far the analysis of a recording is. */
    public enum State {
        /** Not asked for, or cancelled. */
        NEW("Not analysed"),
        /** In the batch, not begun. */
        WAITING("Waiting"),
        /** There is a result. */
        READY("Ready"),
        /** The file cannot be used. */
        PROBLEM("Problem");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** Name on screen. */
        public String title() {
            return title;
        }
    }

    /** File name without its folder. */
    public String name() {
        return String.valueOf(file.getFileName());
    }

    public Optional<PredictionTimeline> timeline() {
        return analysis.flatMap(StoredAnalysis::timeline);
    }

    /** Length of the recording in seconds; NaN while it is not known. */
    public double seconds() {
        return timeline().map(PredictionTimeline::durationSeconds).orElse(Double.NaN);
    }

    /** The emotion of the highest mean probability; empty without speech or result. */
    public Optional<Emotion> mostly() {
        return timeline().flatMap(PredictionTimeline::overall).map(EmotionDistribution::top);
    }

    /** Share of the time with speech whose segments have an emotion; NaN without speech. */
    public double share(Emotion emotion) {
        double all = 0;
        double its = 0;
        for (Segment s : timeline().map(PredictionTimeline::segments).orElse(java.util.List.of())) {
            double seconds = s.endSeconds() - s.startSeconds();
            all += seconds;
            its += s.emotion() == emotion ? seconds : 0;
        }
        return all > 0 ? its / all : Double.NaN;
    }

    /**
     * Whether a search finds it: by name, folder, agent, date, emotion, state or what is written
     * about it.
     *
     * @param text in lower case, stripped; all of its words must be found
     * @param written by a person about the recording
     */
    public boolean matches(String text, String written) {
        String all =
                String.join(
                                " ",
                                file.toString(),
                                call.agent().orElse(""),
                                call.date().map(Object::toString).orElse(""),
                                mostly().map(Emotion::key).orElse(""),
                                state.title(),
                                written)
                        .toLowerCase(Locale.ROOT);
        return BLANKS.splitAsStream(text).allMatch(all::contains);
    }

    LibraryEntry with(State next, Optional<StoredAnalysis> result) {
        return new LibraryEntry(file, call, next, result);
    }

    LibraryEntry with(CallName name) {
        return new LibraryEntry(file, name, state, analysis);
    }
}
