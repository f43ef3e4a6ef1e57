// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * A connected part of an image that speaks for an emotion, or against it, at least half as much as
 * the part that does so most.
 *
 * @param firstFrame first frame
 * @param endFrame frame after the last
 * @param firstBand lowest mel band
 * @param endBand band after the highest
 * @param peak largest fall of the probability in it, 0 to 1; negative where it speaks against
 */
public record SalientRegion(int firstFrame, int endFrame, int firstBand, int endBand, float peak) {
    /** Share of the largest weight from which a block belongs to a region. */
    public static final double SHARE = 0.5;

    /** A fall of the probability by less than a point tells nothing. */
    public static final float LEAST = 0.01f;

    /**
     * The regions that speak for the emotion, the strongest first.
     *
     * @param most how many at most
     */
    static List<SalientRegion> speakingFor(SaliencyGrid grid, int most) {
        return regions(grid, 1, grid.maximum(), most);
    }

    /** The regions that speak against the emotion, the strongest first. */
    static List<SalientRegion> speakingAgainst(SaliencyGrid grid, int most) {
        return regions(grid, -1, -grid.minimum(), most);
    }

    private static List<SalientRegion> regions(SaliencyGrid grid, int sign, float top, int most) {
        if (top < LEAST) {
            return List.of();
        }
        boolean[][] free = new boolean[grid.columns()][grid.rows()];
        for (int c = 0; c < grid.columns(); c++) {
            for (int r = 0; r < grid.rows(); r++) {
                free[c][r] = sign * grid.at(c, r) >= SHARE * top;
            }
        }
        List<SalientRegion> found = new ArrayList<>();
        for (int c = 0; c < grid.columns(); c++) {
            for (int r = 0; r < grid.rows(); r++) {
                if (free[c][r]) {
                    found.add(grown(grid, sign, free, c, r));
                }
            }
        }
        found.sort(Comparator.comparingDouble(region -> -Math.abs(region.peak())));
        return found.subList(0, Math.min(most, found.size()));
    }

    private record Block(int column, int row) {}

    private static SalientRegion grown(
            SaliencyGrid grid, int sign, boolean[][] free, int column, int row) {
        int left = column;
        int right = column;
        int low = row;
        int high = row;
        float peak = 0;
        Deque<Block> open = new ArrayDeque<>(List.of(new Block(column, row)));
        free[column][row] = false;
        while (!open.isEmpty()) {
            Block b = open.pop();
            left = Math.min(left, b.column());
            right = Math.max(right, b.column());
            low = Math.min(low, b.row());
            high = Math.max(high, b.row());
            peak = Math.max(peak, sign * grid.at(b.column(), b.row()));
            for (Block next :
                    List.of(
                            new Block(b.column() - 1, b.row()),
                            new Block(b.column() + 1, b.row()),
                            new Block(b.column(), b.row() - 1),
                            new Block(b.column(), b.row() + 1))) {
                if (next.column() >= 0
                        && next.column() < grid.columns()
                        && next.row() >= 0
                        && next.row() < grid.rows()
                        && free[next.column()][next.row()]) {
                    free[next.column()][next.row()] = false;
                    open.push(next);
                }
            }
        }
        int size = SaliencyGrid.BLOCK;
        return new SalientRegion(
                left * size, (right + 1) * size, low * size, (high + 1) * size, sign * peak);
    }
}
