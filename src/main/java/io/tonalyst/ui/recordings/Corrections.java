// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.corpus.CorrectionsCsv.Correction;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Annotation.Predicted;
import io.tonalyst.review.Review;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What of a review can be trained on: stretches whose emotion or edges a person corrected. */
final class Corrections {
    private Corrections() {}

    /**
     * @param channels of the recording
     */
    static List<Correction> of(Path recording, int channels, Review review) {
        return review.annotations().stream()
                .filter(a -> !a.silent() && (a.label().isPresent() || a.isMoved()))
                .flatMap(a -> of(recording, channels, a).stream())
                .toList();
    }

    private static Optional<Correction> of(Path recording, int channels, Annotation a) {
        Optional<Emotion> said = a.label().or(() -> a.predicted().map(Predicted::emotion));
        return said.map(
                emotion ->
                        new Correction(
                                recording,
                                emotion,
                                a.startSeconds(),
                                a.endSeconds(),
                                channels > 1 ? OptionalInt.of(a.channel()) : OptionalInt.empty(),
                                a.predicted().map(Predicted::emotion),
                                a.predicted().map(Predicted::confidence).orElse(0.0)));
    }
}
