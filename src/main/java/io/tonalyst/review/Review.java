// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.review;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a person says of one recording. A value: changes make a new one, so that undoing is
 * going back to the one before.
 *
 * @param annotations in order of channel and time, one for each segment at most
 * @param note on the whole recording, empty for none
 */
public record Review(List<Annotation> annotations, String note) {
    /** Nothing said yet. */
    public static final Review NONE = new Review(List.of(), "");

    /** Annotations of one recording at most. */
    public static final int MAX_ANNOTATIONS = 20_000;

    private static final double SHORTEST_SECONDS = 0.05;

    public Review {
        if (annotations.size() > MAX_ANNOTATIONS) {
            throw new IllegalArgumentException(
                    "A recording has " + MAX_ANNOTATIONS + " annotations at most.");
        }
        annotations = annotations.stream().sorted(Annotation.IN_TIME).toList();
        note =
                note.length() > Annotation.MAX_COMMENT
                        ? note.substring(0, Annotation.MAX_COMMENT)
                        : note;
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return annotations.isEmpty() && note.isBlank();
    }

    /** Annotations, and the note if there is one. */
    public int remarks() {
        return annotations.size() + (note.isBlank() ? 0 : 1);
    }

    /** All that is written in words, for a search. */
    public String words() {
        var words = new StringBuilder(note);
        for (Annotation a : annotations) {
            if (!a.comment().isEmpty()) {
                words.append(' ').append(a.comment());
            }
        }
        return words.toString();
    }

    /** What is said of a segment of the model. */
    public Optional<Annotation> of(Segment segment) {
        return annotations.stream().filter(a -> a.isAbout(segment)).findFirst();
    }

    /** With an annotation in place of the one on the same thing; an empty one takes that away. */
    public Review with(Annotation annotation) {
        List<Annotation> all = new ArrayList<>(annotations);
        all.removeIf(a -> a.isAboutSameAs(annotation));
        if (!annotation.isEmpty()) {
            all.add(annotation);
        }
        return new Review(all, note);
    }

    public Review without(Annotation annotation) {
        List<Annotation> all = new ArrayList<>(annotations);
        all.remove(annotation);
        return new Review(all, note);
    }

    public Review withNote(String text) {
        return new Review(annotations, text);
    }

    /**
     * The segments of the model, each with what is said of it, and the other annotations; in order
     * of channel and time.
     */
    public List<Reviewed> over(PredictionTimeline timeline) {
        List<Annotation> others = new ArrayList<>(annotations);
        List<Reviewed> all = new ArrayList<>();
        for (Segment segment : timeline.segments()) {
            Optional<Annotation> said = of(segment);
            said.ifPresent(others::remove);
            all.add(new Reviewed(Optional.of(segment), said));
        }
        others.forEach(a -> all.add(new Reviewed(Optional.empty(), Optional.of(a))));
        all.sort(Reviewed.IN_TIME);
        return all;
    }

    /**
     * Moves the edges of a reviewed segment, no further than its neighbours in the channel and the
     * ends of the recording, and never closer together than 50 ms.
     *
     * @param start wanted, in seconds
     * @param end wanted, in seconds
     */
    public Review move(PredictionTimeline timeline, Reviewed which, double start, double end) {
        double low = 0;
        double high = timeline.durationSeconds();
        double middle = (which.startSeconds() + which.endSeconds()) / 2;
        for (Reviewed other : over(timeline)) {
            boolean rival = other.channel() == which.channel() && !other.isSame(which);
            if (rival && other.endSeconds() <= middle) {
                low = Math.max(low, Math.min(other.endSeconds(), which.startSeconds()));
            } else if (rival && other.startSeconds() >= middle) {
                high = Math.min(high, Math.max(other.startSeconds(), which.endSeconds()));
            }
        }
        if (high - low < SHORTEST_SECONDS) {
            return this;
        }
        double from = Math.clamp(start, low, high - SHORTEST_SECONDS);
        double to = Math.clamp(end, from + SHORTEST_SECONDS, high);
        Annotation moved = which.orNew().withEdges(from, to);
        // A stretch of the person's own is known by its edges.
        Review base = which.segment().isEmpty() ? without(which.orNew()) : this;
        return base.with(moved);
    }

    /**
     * Moves one edge of a reviewed segment. A neighbour whose edge lies in the same place moves
     * with it, so that the boundary between both moves.
     *
     * @param start whether its start moves, else its end
     * @param seconds where to
     */
    public Review moveEdge(
            PredictionTimeline timeline, Reviewed which, boolean start, double seconds) {
        double edge = start ? which.startSeconds() : which.endSeconds();
        Reviewed neighbour =
                over(timeline).stream()
                        .filter(r -> r.channel() == which.channel() && !r.isSame(which))
                        .filter(r -> touches(r, start, edge))
                        .findFirst()
                        .orElse(null);
        if (neighbour == null) {
            return with(timeline, which, start, seconds);
        }
        Reviewed left = start ? neighbour : which;
        Reviewed right = start ? which : neighbour;
        double to =
                Math.clamp(
                        seconds,
                        left.startSeconds() + SHORTEST_SECONDS,
                        Math.max(
                                left.startSeconds() + SHORTEST_SECONDS,
                                right.endSeconds() - SHORTEST_SECONDS));
        // The one that gives way goes first: no segment grows over another.
        return to > edge
                ? with(timeline, right, true, to).with(timeline, left, false, to)
                : with(timeline, left, false, to).with(timeline, right, true, to);
    }

    private Review with(
            PredictionTimeline timeline, Reviewed which, boolean start, double seconds) {
        return start
                ? move(
                        timeline,
                        which,
                        Math.min(seconds, which.endSeconds() - SHORTEST_SECONDS),
                        which.endSeconds())
                : move(
                        timeline,
                        which,
                        which.startSeconds(),
                        Math.max(seconds, which.startSeconds() + SHORTEST_SECONDS));
    }

    private static boolean touches(Reviewed r, boolean start, double edge) {
        return Annotation.same(start ? r.endSeconds() : r.startSeconds(), edge);
    }
}
