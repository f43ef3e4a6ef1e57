// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.signal.LogMel;

/**
 * A saliency map in blocks of {@value #BLOCK} by {@value #BLOCK} points, the finest that occlusion
 * tells apart: what regions are made of and pictures are smoothed from.
 */
public final class SaliencyGrid {
    /** Frames and bands of a block. */
    public static final int BLOCK = 8;

    private final int columns;
    private final int rows = LogMel.BANDS / BLOCK;
    private final float[] means;

    private SaliencyGrid(int columns) {
        this.columns = columns;
        this.means = new float[columns * rows];
    }

    /** The means of a map over its blocks; the last column may hold fewer frames. */
    public static SaliencyGrid of(SaliencyMap map) {
        var grid = new SaliencyGrid((map.frames() + BLOCK - 1) / BLOCK);
        for (int c = 0; c < grid.columns; c++) {
            int end = Math.min(map.frames(), (c + 1) * BLOCK);
            for (int r = 0; r < grid.rows; r++) {
                float sum = 0;
                for (int t = c * BLOCK; t < end; t++) {
                    for (int b = r * BLOCK; b < (r + 1) * BLOCK; b++) {
                        sum += map.at(t, b);
                    }
                }
                grid.means[c * grid.rows + r] = sum / ((end - c * BLOCK) * BLOCK);
            }
        }
        return grid;
    }

    /** Blocks over time, at least 1. */
    public int columns() {
        return columns;
    }

    /** Blocks over frequency. */
    public int rows() {
        return rows;
    }

    /** The mean of a block. */
    public float at(int column, int row) {
        return means[column * rows + row];
    }

    /**
     * The value at a point, broken ones included, in straight lines between the middles of blocks;
     * beyond the outermost middles it stays.
     */
    public float smooth(double frame, double band) {
        double c = Math.clamp((frame + 0.5) / BLOCK - 0.5, 0, columns - 1.0);
        double r = Math.clamp((band + 0.5) / BLOCK - 0.5, 0, rows - 1.0);
        int left = Math.min((int) c, Math.max(0, columns - 2));
        int low = Math.min((int) r, rows - 2);
        int right = Math.min(columns - 1, left + 1);
        double onC = c - left;
        double onR = r - low;
        double below = at(left, low) * (1 - onC) + at(right, low) * onC;
        double above = at(left, low + 1) * (1 - onC) + at(right, low + 1) * onC;
        return (float) (below * (1 - onR) + above * onR);
    }

    /** The largest value, which speaks most for the emotion. */
    public float maximum() {
        float max = Float.NEGATIVE_INFINITY;
        for (float value : means) {
            max = Math.max(max, value);
        }
        return max;
    }

    /** The smallest value; below 0 where something speaks against the emotion. */
    public float minimum() {
        float min = Float.POSITIVE_INFINITY;
        for (float value : means) {
            min = Math.min(min, value);
        }
        return min;
    }
}
