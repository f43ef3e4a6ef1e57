// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.review.Reviewed;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Edges of segments that are dragged in the rows of blocks under the probabilities. Comes before
 * the gestures of all panes, which select and pan.
 */
final class EdgeGestures {
    private static final double REACH_PIXELS = 5;

    private final Region pane;
    private final PaneContext context;
    private @Nullable SegmentEdges dragged;
    private boolean over;

    EdgeGestures(Region pane, PaneContext context) {
        this.pane = pane;
        this.context = context;
        pane.addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
        pane.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        pane.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        pane.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    }

    private void moved(MouseEvent event) {
        boolean now = at(event).isPresent();
        if (now != over) {
            over = now;
            pane.setCursor(now ? Cursor.H_RESIZE : Cursor.DEFAULT);
        }
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !event.isShiftDown()) {
            dragged = at(event).orElse(null);
            if (dragged != null) {
                pane.requestFocus();
                event.consume();
            }
        }
    }

    private void dragged(MouseEvent event) {
        if (dragged != null) {
            dragged.moveTo(context.scale(pane.getWidth()).seconds(event.getX()));
            event.consume();
        }
    }

    private void released(MouseEvent event) {
        if (dragged != null) {
            dragged = null;
            event.consume();
        }
    }

    /** The edge that is nearest to the pointer and within reach. */
    private Optional<SegmentEdges> at(MouseEvent event) {
        RecordingSession session = context.audible().orElse(null);
        PredictionTimeline timeline = session == null ? null : session.timeline().orElse(null);
        if (session == null || timeline == null) {
            return Optional.empty();
        }
        var rows = new SegmentRows(timeline.channels(), pane.getHeight(), session.review());
        SegmentRows.Row at = rows.at(event.getY());
        int channel = new Lanes(timeline.channels(), pane.getHeight()).at(event.getY());
        TimeScale scale = context.scale(pane.getWidth());
        SegmentEdges nearest = null;
        double least = REACH_PIXELS;
        for (Reviewed row : session.review().over(timeline)) {
            if (row.channel() != channel || !SegmentRows.isIn(row, at)) {
                continue;
            }
            double fromStart = event.getX() - scale.x(row.startSeconds());
            double fromEnd = event.getX() - scale.x(row.endSeconds());
            if (Math.abs(fromStart) <= least) {
                least = Math.abs(fromStart);
                nearest = new SegmentEdges(session, row, true);
            }
            // Of two edges in one place the one on whose side the pointer is.
            if (Math.abs(fromEnd) < least || (Math.abs(fromEnd) == least && fromEnd < 0)) {
                least = Math.abs(fromEnd);
                nearest = new SegmentEdges(session, row, false);
            }
        }
        return Optional.ofNullable(nearest);
    }
}
