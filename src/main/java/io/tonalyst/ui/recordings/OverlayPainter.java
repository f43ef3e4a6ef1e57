// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.ui.Palette;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/** Draws what lies over every pane: selection, pointer line, playhead. */
final class OverlayPainter {
    private OverlayPainter() {}

    static void paint(
            GraphicsContext g, double height, Overlay overlay, TimeScale scale, Palette palette) {
        overlay.selection().ifPresent(s -> paintSelection(g, height, s, scale, palette));
        overlay.pointer()
                .ifPresent(
                        time -> {
                            g.setStroke(palette.mutedText().deriveColor(0, 1, 1, 0.7));
                            g.setLineWidth(1);
                            g.setLineDashes(2, 3);
                            line(g, time, height, scale);
                            g.setLineDashes();
                        });
        g.setStroke(palette.accent());
        g.setLineWidth(1.5);
        line(g, overlay.playhead(), height, scale);
    }

    private static void paintSelection(
            GraphicsContext g, double height, TimeRange range, TimeScale scale, Palette palette) {
        double left = Math.max(scale.left(), scale.x(range.start()));
        double right = Math.min(scale.right(), scale.x(range.end()));
        if (right <= left) {
            return;
        }
        g.setFill(palette.selection());
        g.fillRect(left, 0, right - left, height);
        g.setStroke(palette.data());
        g.setLineWidth(1);
        g.strokeLine(Math.floor(left) + 0.5, 0, Math.floor(left) + 0.5, height);
        g.strokeLine(Math.floor(right) - 0.5, 0, Math.floor(right) - 0.5, height);
    }

    private static void line(GraphicsContext g, double time, double height, TimeScale scale) {
        if (time >= scale.start() && time <= scale.end()) {
            double x = scale.x(time);
            g.strokeLine(x, 0, x, height);
        }
    }

    /**
     * What to draw.
     *
     * @param pointer time under the mouse, in seconds
     * @param playhead seconds
     */
    record Overlay(Optional<TimeRange> selection, Optional<Double> pointer, double playhead) {}
}
