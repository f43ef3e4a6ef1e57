// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.explore;

import java.util.Arrays;

/**
 * Durations counted by their whole seconds, so that order statistics of a million need no sorting:
 * the second is found by adding up counts, and only the values within it are sorted.
 */
final class SecondCounts {
    /** Longer than three durations of a day, which a handle time has at most. */
    private static final int SECONDS = 3 * 86_400 + 2;

    private final double[] values;
    private final int[] counts = new int[SECONDS];
    private int size;
    private boolean whole = true;

    SecondCounts(int capacity) {
        values = new double[capacity];
    }

    /** Adds a duration from 0 to three days. */
    void add(double seconds) {
        values[size++] = seconds;
        int second = (int) seconds;
        counts[second]++;
        whole &= second == seconds;
    }

    int size() {
        return size;
    }

    /** How many lie from {@code from} to below {@code to} whole seconds. */
    long between(int from, int to) {
        long sum = 0;
        for (int second = Math.max(0, from); second < Math.min(to, SECONDS); second++) {
            sum += counts[second];
        }
        return sum;
    }

    /**
     * The value below which a share of the durations lies; NaN without any.
     *
     * @param share 0 to 1
     */
    double quantile(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        double place = (size - 1) * share;
        int below = (int) Math.floor(place);
        double low = statistic(below);
        double rest = place - below;
        return rest == 0 ? low : low + rest * (statistic(below + 1) - low);
    }

    /** The value at a rank from 0. */
    private double statistic(int rank) {
        int before = 0;
        int second = 0;
        while (before + counts[second] <= rank) {
            before += counts[second++];
        }
        if (whole) {
            return second;
        }
        double[] within = new double[counts[second]];
        int found = 0;
        for (int i = 0; i < size; i++) {
            if ((int) values[i] == second) {
                within[found++] = values[i];
            }
        }
        Arrays.sort(within);
        return within[rank - before];
    }
}
