// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.review.Review;
import io.tonalyst.review.Reviewed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves edges of segments, as a correction beside the model's. Moves that follow one another on the
 * same edge are one step for undo.
 */
final class SegmentEdges {
    private final RecordingSession session;
    private final Reviewed row;
    private final boolean start;
    private final Review before;
    private @Nullable Review made;

    /**
     * @param row whose edge it is
     * @param start whether it is the start, else the end
     */
    SegmentEdges(RecordingSession session, Reviewed row, boolean start) {
        this.session = session;
        this.row = row;
        this.start = start;
        this.before = session.review();
    }

    /** Whether nothing else was changed since, so that the next move belongs to the same step. */
    boolean continues(RecordingSession other, Reviewed which, boolean startOfIt) {
        return other == session
                && made == session.review()
                && startOfIt == start
                && now().filter(which::isSame).isPresent();
    }

    /** Where the edge is now, in seconds. */
    double seconds() {
        Reviewed shown = now().orElse(row);
        return start ? shown.startSeconds() : shown.endSeconds();
    }

    /**
     * Moves the edge, as far as neighbours and recording allow; a neighbour that touches it moves
     * with it. The segment becomes the selection.
     */
    void moveTo(double seconds) {
        PredictionTimeline timeline = session.timeline().orElse(null);
        if (timeline == null) {
            return;
        }
        Review next = before.moveEdge(timeline, row, start, seconds);
        if (made != null && made == session.review()) {
            session.amend(next);
        } else {
            session.review(next);
        }
        // Where nothing changed yet there is no step to go on with.
        made = session.review() == before ? null : session.review();
        now().ifPresent(r -> session.select(new TimeRange(r.startSeconds(), r.endSeconds())));
    }

    /** The row as it is after the last move. */
    private Optional<Reviewed> now() {
        PredictionTimeline timeline = session.timeline().orElse(null);
        if (timeline == null) {
            return Optional.empty();
        }
        double fixed = start ? row.endSeconds() : row.startSeconds();
        return session.review().over(timeline).stream()
                .filter(r -> r.channel() == row.channel())
                .filter(
                        r ->
                                row.segment().isPresent()
                                        ? r.isSame(row)
                                        : r.segment().isEmpty()
                                                && (start ? r.endSeconds() : r.startSeconds())
                                                        == fixed)
                .findFirst();
    }
}
