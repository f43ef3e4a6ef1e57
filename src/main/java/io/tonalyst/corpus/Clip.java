// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.emotion.Emotion;
import java.nio.file.Path;

/**
 * One labelled utterance of a corpus.
 *
 * @param id the corpus's own file name without ending, unique over all four corpora
 * @param speaker corpus and speaker, such as {@code RAVDESS-07}
 * @param path where it lies
 */
public record Clip(
        String id, Corpus corpus, String speaker, Emotion emotion, Path path, ClipKind kind) {
    private static final String RAVDESS_COPY = "03-01-03-01-02-02-07";
    private static final String RAVDESS_ORIGINAL = "03-01-03-01-02-01-07";

    /**
     * Name of the recording. Two published RAVDESS files hold the same recording; a split must keep
     * clips of one recording together.
     */
    public String recording() {
        return id.equals(RAVDESS_COPY) ? RAVDESS_ORIGINAL : id;
    }

    /** Sex of the speaker, where the corpus tells it. */
    public Sex sex() {
        return switch (corpus) {
            case TESS -> Sex.FEMALE;
            case SAVEE -> Sex.MALE;
            case CREMA_D -> Sex.UNKNOWN;
            case RAVDESS ->
                    (speaker.charAt(speaker.length() - 1) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
        };
    }

    /** Sex of a speaker as far as file names tell. */
    public enum Sex {
        FEMALE,
        MALE,
        UNKNOWN
    }
}
