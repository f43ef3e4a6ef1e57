// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import javafx.scene.paint.Color;

/**
 * A line from point to point at even distances, as pixels with smooth edges. The software pipeline
 * strokes a path of a thousand points in more time than all else of a picture takes.
 */
final class LineRaster {
    private static final int OPAQUE = 255;

    private final int columns;
    private final int rows;
    private final byte[] cover;

    /**
     * An empty raster.
     *
     * @param columns pixels, at least 1
     * @param rows pixels, at least 1
     */
    LineRaster(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.cover = new byte[columns * rows];
    }

    /**
     * Joins points by straight lines: each column of pixels is covered from the least to the
     * greatest height the line has in it.
     *
     * @param ys from the top; may lie outside
     * @param left place of the first
     * @param step from each to the next, above 0
     * @param thickness pixels
     */
    void join(double[] ys, double left, double step, double thickness) {
        double last = left + (ys.length - 1) * step;
        int from = (int) Math.max(0, Math.floor(left));
        int end = (int) Math.min(columns, Math.ceil(last));
        int point = 0;
        for (int x = from; x < end; x++) {
            double start = Math.max(left, x);
            double stop = Math.min(last, x + 1.0);
            double one = at(ys, (start - left) / step);
            double other = at(ys, (stop - left) / step);
            double low = Math.min(one, other);
            double high = Math.max(one, other);
            for (; point < ys.length && left + point * step <= stop; point++) {
                if (left + point * step >= start) {
                    low = Math.min(low, ys[point]);
                    high = Math.max(high, ys[point]);
                }
            }
            cover(x, low - thickness / 2, high + thickness / 2);
        }
    }

    private static double at(double[] ys, double place) {
        int before = (int) Math.clamp(Math.floor(place), 0, ys.length - 1.0);
        int after = Math.min(ys.length - 1, before + 1);
        return ys[before] + (ys[after] - ys[before]) * (place - before);
    }

    /** Covers a stretch of a column; the pixels at its ends in part. */
    private void cover(int x, double from, double to) {
        int first = (int) Math.max(0, Math.floor(from));
        int last = (int) Math.min(rows - 1.0, Math.ceil(to) - 1);
        for (int y = first; y <= last; y++) {
            double share = Math.min(to, y + 1.0) - Math.max(from, y);
            raise(y * columns + x, share);
        }
    }

    /** Puts a round dot on each point. */
    void dot(double[] ys, double left, double step, double radius) {
        for (int i = 0; i < ys.length; i++) {
            double centre = left + i * step;
            int firstX = (int) Math.max(0, Math.floor(centre - radius - 1));
            int lastX = (int) Math.min(columns - 1.0, Math.ceil(centre + radius));
            int firstY = (int) Math.max(0, Math.floor(ys[i] - radius - 1));
            int lastY = (int) Math.min(rows - 1.0, Math.ceil(ys[i] + radius));
            for (int y = firstY; y <= lastY; y++) {
                for (int x = firstX; x <= lastX; x++) {
                    double distance = Math.hypot(x + 0.5 - centre, y + 0.5 - ys[i]);
                    raise(y * columns + x, radius + 0.5 - distance);
                }
            }
        }
    }

    private void raise(int pixel, double share) {
        int now = (int) Math.rint(OPAQUE * Math.clamp(share, 0, 1));
        if (now > (cover[pixel] & OPAQUE)) {
            cover[pixel] = (byte) now;
        }
    }

    /** The line in a colour, on nothing. */
    Pixels pixels(Color colour) {
        int[] shades = new int[OPAQUE + 1];
        for (int i = 0; i <= OPAQUE; i++) {
            shades[i] = Pixels.of(colour, i / (double) OPAQUE);
        }
        int[] argb = new int[cover.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = shades[cover[i] & OPAQUE];
        }
        return new Pixels(argb, columns);
    }
}
