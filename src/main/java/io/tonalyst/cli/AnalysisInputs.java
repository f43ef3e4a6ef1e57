// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.recording.AudioFiles;
import io.tonalyst.review.Review;
import io.tonalyst.session.SessionDocument;
import io.tonalyst.session.SessionDocument.Entry;
import io.tonalyst.session.SessionException;
import io.tonalyst.session.SessionFile;
import io.tonalyst.work.CancelToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The recordings a command line means: files as they are, those in folders in order of name, those
 * of sessions with what was said of them.
 *
 * @param recordings each once
 * @param reviews by recording, where there are any
 * @param namePattern of the last session that has one; empty for none
 */
record AnalysisInputs(List<Path> recordings, Map<Path, Review> reviews, String namePattern) {
    /** Taken from a folder at most. */
    private static final int MOST = 100_000;

    AnalysisInputs {
        recordings = List.copyOf(recordings);
        reviews = Map.copyOf(reviews);
    }

    /**
     * @throws IOException with one sentence if a folder or session cannot be read, or holds none
     */
    static AnalysisInputs of(List<Path> named, CancelToken cancel) throws IOException {
        List<Path> files = new ArrayList<>();
        Map<Path, Review> reviews = new HashMap<>();
        String pattern = "";
        for (Path path : named) {
            if (!SessionFile.isSession(path)) {
                files.addAll(AudioFiles.expand(List.of(path), MOST, cancel));
                continue;
            }
            try {
                SessionDocument session = SessionFile.read(path);
                pattern = session.namePattern().isEmpty() ? pattern : session.namePattern();
                for (Entry entry : session.recordings()) {
                    files.add(entry.file());
                    reviews.put(entry.file(), entry.review());
                }
            } catch (SessionException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        if (files.isEmpty()) {
            throw new IOException(
                    "There are no recordings in " + named.getFirst() + ": name audio files.");
        }
        return new AnalysisInputs(List.copyOf(new LinkedHashSet<>(files)), reviews, pattern);
    }

    Review review(Path recording) {
        return reviews.getOrDefault(recording, Review.NONE);
    }
}
