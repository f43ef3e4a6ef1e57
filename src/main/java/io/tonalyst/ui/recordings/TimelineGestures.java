// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * What the mouse does over a pane: the wheel zooms at the pointer, with Shift (or sideways) it
 * pans; a click seeks, a drag selects; with Shift or the middle button a drag pans.
 */
final class TimelineGestures {
    private static final double ZOOM_PER_PIXEL = 1.006;
    private static final double DRAG_PIXELS = 4;

    private enum Mode {
        NONE,
        PRESSED,
        SELECTING,
        PANNING
    }

    private final Region pane;
    private final PaneContext context;
    private Mode mode = Mode.NONE;
    private double pressX;
    private double pressSeconds;
    private double lastX;

    TimelineGestures(Region pane, PaneContext context) {
        this.pane = pane;
        this.context = context;
        pane.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    }

    private TimeScale scale() {
        return context.scale(pane.getWidth());
    }

    private void scroll(ScrollEvent event) {
        context.audible()
                .ifPresent(
                        session -> {
                            TimeAxisModel axis = session.axis();
                            boolean sideways =
                                    Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
                            if (event.isShiftDown() || sideways) {
                                double pixels = event.getDeltaX() + event.getDeltaY();
                                axis.pan(-pixels * scale().secondsPerPixel());
                            } else {
                                axis.zoom(
                                        scale().seconds(event.getX()),
                                        Math.pow(ZOOM_PER_PIXEL, event.getDeltaY()));
                            }
                            event.consume();
                        });
    }

    private void press(MouseEvent event) {
        pane.requestFocus();
        pressX = event.getX();
        lastX = event.getX();
        pressSeconds = scale().seconds(event.getX());
        if (event.getButton() == MouseButton.MIDDLE
                || (event.getButton() == MouseButton.PRIMARY && event.isShiftDown())) {
            mode = Mode.PANNING;
            pane.setCursor(Cursor.CLOSED_HAND);
        } else {
            mode = event.getButton() == MouseButton.PRIMARY ? Mode.PRESSED : Mode.NONE;
        }
    }

    private void drag(MouseEvent event) {
        context.audible().ifPresent(session -> drag(session, event.getX()));
        lastX = event.getX();
    }

    private void drag(RecordingSession session, double x) {
        if (mode == Mode.PRESSED && Math.abs(x - pressX) >= DRAG_PIXELS) {
            mode = Mode.SELECTING;
        }
        if (mode == Mode.PANNING) {
            session.axis().pan((lastX - x) * scale().secondsPerPixel());
        } else if (mode == Mode.SELECTING) {
            session.select(TimeRange.between(pressSeconds, scale().seconds(x)));
        }
    }

    private void release(MouseEvent event) {
        if (mode == Mode.PRESSED) {
            context.audible().ifPresent(session -> click(session, event.getX()));
        } else if (mode == Mode.SELECTING) {
            context.session()
                    .flatMap(RecordingSession::selection)
                    .ifPresent(s -> seekUnlessPlaying(s.start()));
        }
        mode = Mode.NONE;
        pane.setCursor(Cursor.DEFAULT);
    }

    private void click(RecordingSession session, double x) {
        double seconds = scale().seconds(x);
        if (session.selection().filter(s -> !s.contains(seconds)).isPresent()) {
            session.clearSelection();
        }
        context.player().seek(seconds);
    }

    private void seekUnlessPlaying(double seconds) {
        if (!context.player().isPlaying()) {
            context.player().seek(seconds);
        }
    }
}
