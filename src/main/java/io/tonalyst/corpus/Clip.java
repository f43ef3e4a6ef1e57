// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.emotion.Emotion;
import java.nio.file.Path;

/**
 * One labelled utterance of a corpus.
 *
 * @param id unique over all clips of a scan: of a published clip its file name without ending, of
 *     another the corpus and where the clip lies in it; without commas, quotes and line ends
 * @param speaker corpus and speaker, such as {@code RAVDESS-07}; empty when it is not known
 * @param path where it lies
 * @param recording name of the recording it is a part or copy of; a split keeps the clips of one
 *     recording together
 * @param part of the file, where it is not all of it
 */
public record Clip(
        String id,
        Corpus corpus,
        String speaker,
        Emotion emotion,
        Path path,
        ClipKind kind,
        String recording,
        ClipPart part) {
    private static final String RAVDESS_COPY = "03-01-03-01-02-02-07";
    private static final String RAVDESS_ORIGINAL = "03-01-03-01-02-01-07";

    /**
     * A clip that is a whole file. Two published RAVDESS files hold the same recording; every other
     * file is taken for a recording of its own.
     */
    public Clip(
            String id, Corpus corpus, String speaker, Emotion emotion, Path path, ClipKind kind) {
        this(
                id,
                corpus,
                speaker,
                emotion,
                path,
                kind,
                id.equals(RAVDESS_COPY) ? RAVDESS_ORIGINAL : id,
                ClipPart.WHOLE);
    }

    /** Whether it is known who speaks. */
    public boolean hasSpeaker() {
        return !speaker.isEmpty();
    }

    /** Sex of the speaker, where the corpus tells it. */
    public Sex sex() {
        if (corpus.equals(Corpus.TESS)) {
            return Sex.FEMALE;
        }
        if (corpus.equals(Corpus.SAVEE)) {
            return Sex.MALE;
        }
        // Speakers that were given numbers instead of their names tell nothing.
        if (!corpus.equals(Corpus.RAVDESS) || !speaker.matches("RAVDESS-\\d\\d")) {
            return Sex.UNKNOWN;
        }
        return (speaker.charAt(speaker.length() - 1) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Sex of a speaker as far as file names tell. */
    public enum Sex {
        FEMALE,
        MALE,
        UNKNOWN
    }
}
