// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.corpus.CorrectionsCsv.Correction;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.Segment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a person says of the segments of a recording, beside what the model said: another emotion,
 * or the same one confirmed.
 */
final class Labels {
    private final Map<Segment, Emotion> given = new HashMap<>();

    /** The person's label; empty where none was given. */
    Optional<Emotion> of(Segment segment) {
        return Optional.ofNullable(given.get(segment));
    }

    void put(Segment segment, Emotion emotion) {
        given.put(segment, emotion);
    }

    void remove(Segment segment) {
        given.remove(segment);
    }

    void clear() {
        given.clear();
    }

    /**
     * The labelled ones among the segments, in their order.
     *
     * @param channels of the recording
     */
    List<Correction> corrections(Path recording, int channels, List<Segment> segments) {
        return segments.stream()
                .flatMap(
                        segment ->
                                of(segment)
                                        .map(e -> correction(recording, channels, segment, e))
                                        .stream())
                .toList();
    }

    private static Correction correction(
            Path recording, int channels, Segment segment, Emotion label) {
        return new Correction(
                recording,
                label,
                segment.startSeconds(),
                segment.endSeconds(),
                channels > 1 ? OptionalInt.of(segment.channel()) : OptionalInt.empty(),
                segment.emotion(),
                segment.confidence());
    }
}
