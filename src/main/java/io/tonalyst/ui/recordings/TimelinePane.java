// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.ui.PaintSurface;
import java.util.OptionalDouble;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/**
 * A pane on the common time axis: its content, repainted when that changes, and over it selection,
 * pointer and playhead, repainted at each pulse while playing.
 */
final class TimelinePane extends StackPane {
    /** Turns a height in a lane, 0 at the bottom to 1, into a frequency, where there is one. */
    @FunctionalInterface
    interface HertzAt {
        HertzAt NONE = height -> OptionalDouble.empty();

        OptionalDouble hertz(double height);
    }

    private final PaneContext context;
    private final HertzAt hertz;
    private final PaintSurface content;
    private final PaintSurface overlay;

    TimelinePane(
            String name, PaneContext context, HertzAt hertz, PaintSurface.Painter contentPainter) {
        this.context = context;
        this.hertz = hertz;
        this.content = new PaintSurface(contentPainter);
        this.overlay =
                new PaintSurface(
                        (g, width, height) -> {
                            if (context.audible().isPresent()) {
                                OverlayPainter.Overlay now = context.overlay();
                                OverlayPainter.paint(
                                        g, height, now, context.scale(width), context.palette());
                                context.drawn(name, now);
                            }
                        });
        getChildren().addAll(content, overlay);
        content.setMouseTransparent(true);
        overlay.setMouseTransparent(true);
        setPickOnBounds(true);
        setMinSize(0, 0);
        getStyleClass().add("timeline-pane");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        setFocusTraversable(true);
        new TimelineGestures(this, context);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moved);
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> context.setPointer(null));
    }

    /** Repaints everything at the next pulse. */
    void repaint() {
        content.repaint();
        overlay.repaint();
    }

    /** Repaints what lies over the content at the next pulse. */
    void repaintOverlay() {
        overlay.repaint();
    }

    private void moved(MouseEvent event) {
        context.audible()
                .flatMap(RecordingSession::sound)
                .ifPresent(
                        sound -> {
                            var lanes = new Lanes(sound.channels(), getHeight());
                            int lane = lanes.at(event.getY());
                            double height =
                                    Math.clamp(
                                            1
                                                    - (event.getY() - lanes.top(lane))
                                                            / lanes.laneHeight(),
                                            0,
                                            1);
                            double seconds = context.scale(getWidth()).seconds(event.getX());
                            context.setPointer(
                                    new PaneContext.Pointer(
                                            seconds, lane, hertz.hertz(height), height));
                        });
    }
}
