// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * A picture as plain numbers, to be put together and drawn as one image.
 *
 * @param argb premultiplied with their opacity, row by row; not copied, and not changed once drawn
 * @param width pixels of a row, at least 1
 */
record Pixels(int[] argb, int width) {
    int height() {
        return argb.length / width;
    }

    /** Keeps the array: pixels of this kind are drawn without being converted. */
    Image image() {
        return new WritableImage(
                new PixelBuffer<>(
                        width,
                        height(),
                        IntBuffer.wrap(argb),
                        PixelFormat.getIntArgbPreInstance()));
    }

    /** A colour as one pixel of an opacity of 0 to 1. */
    static int of(Color colour, double opacity) {
        double unit = 255 * opacity;
        return (int) Math.round(unit) << 24
                | (int) Math.round(unit * colour.getRed()) << 16
                | (int) Math.round(unit * colour.getGreen()) << 8
                | (int) Math.round(unit * colour.getBlue());
    }
}
