// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.video;

/** The pictures of a film, each a pure function of its time. */
@FunctionalInterface
public interface PictureSource {
    /**
     * Draws one picture.
     *
     * @param seconds its time from the start of the film
     * @param argb {@code width x height} opaque pixels to fill, row by row, {@code 0xAARRGGBB}
     * @throws Exception if it cannot be drawn; the film ends with it
     */
    void draw(double seconds, int[] argb) throws Exception;
}
