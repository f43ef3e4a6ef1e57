// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.explore;

import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Palette;
import javafx.scene.canvas.GraphicsContext;

/**
 * A chart as a value: data that can be painted into any size, and items that can be pointed at,
 * walked by keys and read out. Painting is a pure function of data, size, palette and marked item.
 */
public interface Plot {
    /** No item. */
    int NONE = -1;

    /** What the chart shows, in words. */
    String title();

    /**
     * Draws the chart over the whole size.
     *
     * @param marked item that is emphasised, or {@link #NONE}
     */
    void paint(GraphicsContext g, double width, double height, Palette palette, int marked);

    /** How many items there are; they are the rows of the table beside it. */
    int items();

    /** The item at a place, or {@link #NONE}. */
    int itemAt(double x, double y, double width, double height);

    /** An item in one sentence. */
    String readout(int item);

    /** A painter for pictures. */
    default PaintSurface.Painter painter(Palette palette) {
        return (g, width, height) -> paint(g, width, height, palette, NONE);
    }
}
