// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.ui.Palette;
import javafx.scene.canvas.GraphicsContext;

/**
 * A picture of data that also tells its data in words. Charts are values: what is drawn follows
 * from the chart, the size and the palette alone, so that window and exported picture are the same.
 *
 * <p>A chart consists of items, such as the cells of a matrix. They can be pointed at and walked
 * with the arrow keys; each has a read-out.
 */
interface Chart {
    /** No item. */
    int NONE = -1;

    /** What it shows, also the heading above it and part of the name of an exported file. */
    String name();

    /**
     * Draws it.
     *
     * @param marked item to emphasise, or {@link #NONE}
     */
    void paint(GraphicsContext g, double width, double height, Palette palette, int marked);

    /** Number of items. */
    int items();

    /** How many items the up and down keys move by: those of one row. */
    default int stride() {
        return 1;
    }

    /** The item at a point of a chart of this size, or {@link #NONE}. */
    int itemAt(double x, double y, double width, double height);

    /** One line on an item, 0 to {@link #items} - 1. */
    String readout(int item);
}
