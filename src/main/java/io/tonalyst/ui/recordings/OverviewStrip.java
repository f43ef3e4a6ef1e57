// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.ui.PaintSurface;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** The whole recording in a strip; pressing or dragging in it moves the view there. */
final class OverviewStrip {
    private final PaneContext context;
    private final PaintSurface content;
    private final PaintSurface overlay;
    private final StackPane view;

    OverviewStrip(PaneContext context) {
        this.context = context;
        content =
                new PaintSurface(
                        (g, w, h) ->
                                context.audible()
                                        .ifPresent(
                                                session ->
                                                        session.sound()
                                                                .ifPresent(
                                                                        sound ->
                                                                                OverviewPainter
                                                                                        .paint(
                                                                                                g,
                                                                                                w,
                                                                                                h,
                                                                                                sound,
                                                                                                session
                                                                                                        .timeline(),
                                                                                                context
                                                                                                        .palette()))));
        overlay =
                new PaintSurface(
                        (g, w, h) ->
                                context.audible()
                                        .ifPresent(
                                                session -> {
                                                    var axis = session.axis();
                                                    OverviewPainter.paintView(
                                                            g, w, h, axis, context.palette());
                                                    OverlayPainter.paint(
                                                            g,
                                                            h,
                                                            context.overlay(),
                                                            OverviewPainter.scale(w, axis),
                                                            context.palette());
                                                }));
        content.setMouseTransparent(true);
        overlay.setMouseTransparent(true);
        view = new StackPane(content, overlay);
        view.setPickOnBounds(true);
        view.setMinHeight(OverviewPainter.HEIGHT);
        view.setPrefHeight(OverviewPainter.HEIGHT);
        view.setMaxHeight(OverviewPainter.HEIGHT);
        view.getStyleClass().add("overview");
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setAccessibleText("Overview of the whole recording");
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::centreView);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::centreView);
    }

    StackPane view() {
        return view;
    }

    void repaint() {
        content.repaint();
        overlay.repaint();
    }

    void repaintOverlay() {
        overlay.repaint();
    }

    private void centreView(MouseEvent event) {
        context.audible()
                .ifPresent(
                        session -> {
                            TimeAxisModel axis = session.axis();
                            double time =
                                    OverviewPainter.scale(view.getWidth(), axis)
                                            .seconds(event.getX());
                            axis.pan(time - (axis.start() + axis.end()) / 2);
                        });
    }
}
