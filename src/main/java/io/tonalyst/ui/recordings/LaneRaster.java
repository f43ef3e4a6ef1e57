// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import java.util.Arrays;

/**
 * The pixels of one lane, put together of images that are stretched in time. One image that is
 * drawn as it is costs the software pipeline a tenth of what many stretched ones do.
 */
final class LaneRaster {
    private static final int ONE = 256;

    private final int width;
    private final int height;
    private final int[] pixels;
    private final boolean[] taken;

    /**
     * A lane of one colour.
     *
     * @param width pixels, at least 1
     * @param height pixels, at least 1
     * @param argb opaque
     * @param pixels receives the lane, row by row
     */
    LaneRaster(int width, int height, int argb, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.taken = new boolean[width];
        Arrays.fill(pixels, argb);
    }

    /**
     * Lays an opaque image, as high as the lane, over those of its columns that no image lies on
     * yet: what is on top comes first, and what it hides costs nothing. Of an image that is
     * stretched, columns between two are mixed of both; of one that is narrowed they are the
     * nearest ones, as rows always are.
     *
     * @param left first column, may lie outside
     * @param right column behind the last one, may lie outside
     * @param from column of the image at the left edge
     * @param to column of the image at the right edge
     */
    void add(Pixels image, int left, int right, double from, double to) {
        if (image.height() == 0) {
            return;
        }
        double step = (to - from) / (right - left);
        int end = Math.min(width, right);
        int x = Math.max(0, left);
        while (x < end) {
            int first = x;
            while (x < end && !taken[x]) {
                taken[x++] = true;
            }
            if (x > first) {
                addRun(image, first, x, from + (first - left) * step, step);
            } else {
                x++;
            }
        }
    }

    /** Fills columns from {@code first} to before {@code end}; {@code from} is where they begin. */
    private void addRun(Pixels image, int first, int end, double from, double step) {
        int columns = image.width();
        int[] near = new int[end - first];
        if (step >= 1) {
            for (int i = 0; i < near.length; i++) {
                near[i] = (int) Math.clamp(from + (i + 0.5) * step, 0, columns - 1.0);
            }
            for (int y = 0; y < height; y++) {
                copyRow(image.argb(), source(image, y), near, y * width + first);
            }
            return;
        }
        int[] share = new int[near.length];
        for (int i = 0; i < near.length; i++) {
            double at = Math.clamp(from + (i + 0.5) * step - 0.5, 0, columns - 1.0);
            near[i] = Math.min((int) at, Math.max(0, columns - 2));
            share[i] = (int) Math.rint((at - near[i]) * ONE);
        }
        int next = Math.min(1, columns - 1);
        int[] ones = new int[near.length];
        int[] others = new int[near.length];
        for (int y = 0; y < height; y++) {
            int start = source(image, y);
            gather(image.argb(), start, near, ones);
            gather(image.argb(), start + next, near, others);
            mix(ones, others, share);
            System.arraycopy(ones, 0, pixels, y * width + first, ones.length);
        }
    }

    /** Where the row of an image begins that is nearest to a row of the lane. */
    private int source(Pixels image, int y) {
        return ((int) ((y + 0.5) * image.height() / height)) * image.width();
    }

    private void copyRow(int[] source, int start, int[] near, int target) {
        for (int i = 0; i < near.length; i++) {
            pixels[target + i] = source[start + near[i]];
        }
    }

    private static void gather(int[] source, int start, int[] near, int[] found) {
        for (int i = 0; i < found.length; i++) {
            found[i] = source[start + near[i]];
        }
    }

    /**
     * Apart from the look-up, without branches and in place: so many pixels are mixed at a time.
     */
    private static void mix(int[] ones, int[] others, int[] share) {
        for (int i = 0; i < ones.length; i++) {
            ones[i] = mix(ones[i], others[i], share[i]);
        }
    }

    /** Two colours, {@code share} of 256 of the second; two channels at a time. */
    private static int mix(int one, int other, int share) {
        int redBlue = one & 0xff00ff;
        int green = one & 0xff00;
        redBlue += (((other & 0xff00ff) - redBlue) * share) >> 8;
        green += (((other & 0xff00) - green) * share) >> 8;
        return 0xff000000 | (redBlue & 0xff00ff) | (green & 0xff00);
    }
}
