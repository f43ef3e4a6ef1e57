// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui;

import javafx.animation.AnimationTimer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/**
 * A canvas that fills its place in the layout and repaints at most once a pulse, when it is marked
 * dirty or while it is animated. It knows no data: what is drawn is the painter's matter.
 */
public final class PaintSurface extends Region {
    /** Draws the whole surface into the given size. */
    @FunctionalInterface
    public interface Painter {
        void paint(GraphicsContext g, double width, double height);
    }

    private final Canvas canvas = new Canvas();
    private final Painter painter;
    private boolean dirty = true;
    private boolean animated;
    private final AnimationTimer pulse =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if ((dirty || animated) && canvas.getWidth() > 0 && canvas.getHeight() > 0) {
                        dirty = false;
                        var g = canvas.getGraphicsContext2D();
                        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
                        painter.paint(g, canvas.getWidth(), canvas.getHeight());
                    }
                }
            };

    public PaintSurface(Painter painter) {
        this.painter = painter;
        getChildren().add(canvas);
        // The timer runs only while the surface is in a scene, so that a closed pane can be freed.
        sceneProperty()
                .addListener(
                        (property, before, after) -> {
                            if (after == null) {
                                pulse.stop();
                            } else {
                                dirty = true;
                                pulse.start();
                            }
                        });
    }

    /** Asks for a repaint at the next pulse. */
    public void repaint() {
        dirty = true;
    }

    /** Repaints at every pulse while true, for playback. */
    public void setAnimated(boolean animated) {
        this.animated = animated;
        dirty = true;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            dirty = true;
        }
    }
}
