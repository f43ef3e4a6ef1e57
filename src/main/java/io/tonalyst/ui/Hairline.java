// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui;

import javafx.scene.canvas.GraphicsContext;

/**
 * Lines one pixel wide along the axes, in the colour that areas are filled with. As strokes they
 * would be outlined and smoothed first, which takes many times as long.
 */
public final class Hairline {
    private Hairline() {}

    /** The column of pixels that {@code x} lies in. */
    public static void vertical(GraphicsContext g, double x, double top, double bottom) {
        g.fillRect(Math.floor(x), top, 1, bottom - top);
    }

    /** The row of pixels that {@code y} lies in. */
    public static void horizontal(GraphicsContext g, double left, double right, double y) {
        g.fillRect(left, Math.floor(y), right - left, 1);
    }
}
