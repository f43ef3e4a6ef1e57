// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** The ground of a pane with lanes, which are opaque: what they cover is not filled first. */
final class LaneGround {
    private LaneGround() {}

    /** Fills the margins beside the lanes and the gaps between them. */
    static void paint(
            GraphicsContext g,
            double width,
            double height,
            Lanes lanes,
            TimeScale scale,
            Color colour) {
        g.setFill(colour);
        // Images of lanes have whole pixels.
        double right = scale.left() + Math.floor(scale.width());
        g.fillRect(0, 0, scale.left(), height);
        g.fillRect(right, 0, width - right, height);
        for (int lane = 0; lane < lanes.count(); lane++) {
            double bottom = lanes.top(lane) + lanes.laneHeight();
            double next = lane + 1 < lanes.count() ? lanes.top(lane + 1) : height;
            g.fillRect(scale.left(), bottom, right - scale.left(), next - bottom);
        }
    }
}
