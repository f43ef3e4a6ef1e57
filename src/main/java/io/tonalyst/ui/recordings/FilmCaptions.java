// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Segment;
import io.tonalyst.review.Reviewed;
import io.tonalyst.video.SubRip.Caption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is heard in a recording, in words: the emotion of each segment with its confidence, where
 * the model abstains, which channel speaks, and what a person says of it. Edges are those of the
 * person, and what is no speech to the person is left out.
 */
final class FilmCaptions {
    private FilmCaptions() {}

    /**
     * The captions of a stretch, in seconds from its start, one after the other: where channels
     * speak at once, their lines stand below each other.
     *
     * @param rows segments with what was corrected
     * @param channels of the recording
     */
    static List<Caption> of(List<Reviewed> rows, int channels, TimeRange stretch) {
        var edges = new TreeSet<Double>();
        for (Reviewed row : rows) {
            if (row.endSeconds() > stretch.start() && row.startSeconds() < stretch.end()) {
                edges.add(Math.max(stretch.start(), row.startSeconds()));
                edges.add(Math.min(stretch.end(), row.endSeconds()));
            }
        }
        List<Caption> captions = new ArrayList<>();
        Double from = null;
        for (Double to : edges) {
            if (from != null) {
                List<String> lines = lines(rows, channels, (from + to) / 2);
                if (!lines.isEmpty()) {
                    captions.add(
                            new Caption(
                                    from - stretch.start(),
                                    to - stretch.start(),
                                    String.join("\n", lines)));
                }
            }
            from = to;
        }
        return captions;
    }

    /** What is said of each channel that speaks at a time, in the order of the rows. */
    static List<String> lines(List<Reviewed> rows, int channels, double seconds) {
        return rows.stream()
                .filter(row -> seconds >= row.startSeconds() && seconds < row.endSeconds())
                .filter(row -> !row.isSilent())
                .flatMap(row -> line(row, channels).stream())
                .toList();
    }

    /** Nothing for a stretch that a person marked without an emotion. */
    private static Optional<String> line(Reviewed row, int channels) {
        List<String> parts = new ArrayList<>();
        row.segment().ifPresent(segment -> parts.add(told(segment)));
        row.label().ifPresent(emotion -> parts.add("a person says " + emotion.key()));
        String speaker = channels == 1 ? "" : Lanes.name(row.channel(), channels) + ": ";
        return parts.isEmpty() ? Optional.empty() : Optional.of(speaker + String.join("; ", parts));
    }

    private static String told(Segment segment) {
        String percent = Math.round(100 * segment.confidence()) + " %";
        return segment.uncertain()
                ? "uncertain, perhaps " + segment.emotion().key() + " (" + percent + ")"
                : segment.emotion().key() + ", " + percent;
    }
}
