// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Reviewed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Edges of segments that are moved by keys: to the playhead, or by small steps; and whether a
 * segment is speech. The segment is the selected one, else the one under the playhead.
 */
final class EdgeKeys {
    /** One step of a key, in seconds. */
    static final double STEP = 0.02;

    private final PaneContext context;
    private @Nullable SegmentEdges last;

    EdgeKeys(PaneContext context) {
        this.context = context;
    }

    /** Lets the segment begin or end where the playhead stands. */
    void toPlayhead(boolean start) {
        double playhead = context.player().position();
        edge(start).ifPresent(edge -> edge.moveTo(playhead));
    }

    /** Moves an edge by steps, later for positive ones. */
    void step(boolean start, int steps) {
        edge(start).ifPresent(edge -> edge.moveTo(edge.seconds() + steps * STEP));
    }

    /** Says that the segment is no speech, or takes that back. */
    void toggleSpeech() {
        context.audible()
                .ifPresent(
                        session ->
                                row(session)
                                        .map(r -> r.orNew().withSilent(!r.isSilent()))
                                        .map(session.review()::with)
                                        .ifPresent(session::review));
    }

    private Optional<SegmentEdges> edge(boolean start) {
        Optional<RecordingSession> session = context.audible();
        Optional<Reviewed> row = session.flatMap(this::row);
        if (session.isEmpty() || row.isEmpty()) {
            return Optional.empty();
        }
        SegmentEdges before = last;
        if (before == null || !before.continues(session.get(), row.get(), start)) {
            before = new SegmentEdges(session.get(), row.get(), start);
            last = before;
        }
        return Optional.of(before);
    }

    private Optional<Reviewed> row(RecordingSession session) {
        List<Reviewed> rows =
                session.timeline().map(timeline -> over(session, timeline)).orElse(List.of());
        double playhead = context.player().position();
        return session.selection()
                .flatMap(s -> rows.stream().filter(r -> isSelected(r, s)).findFirst())
                .or(
                        () ->
                                rows.stream()
                                        .filter(
                                                r ->
                                                        r.startSeconds() <= playhead
                                                                && playhead < r.endSeconds())
                                        .findFirst());
    }

    private static List<Reviewed> over(RecordingSession session, PredictionTimeline timeline) {
        return session.review().over(timeline);
    }

    private static boolean isSelected(Reviewed row, TimeRange selection) {
        return Annotation.same(row.startSeconds(), selection.start())
                && Annotation.same(row.endSeconds(), selection.end());
    }
}
