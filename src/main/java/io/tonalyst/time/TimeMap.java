// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.time;

import java.util.Arrays;

/**
 * A piecewise linear map from one time to another, such as from seconds of a score to days of a
 * month. It never runs backwards; it may stand still. Outside its points it is clamped: before the
 * first it has the first value, after the last the last one, so that a playhead stays on the chart.
 * Immutable.
 */
public final class TimeMap {
    private final double[] from;
    private final double[] to;

    private TimeMap(double[] from, double[] to) {
        this.from = from;
        this.to = to;
    }

    /**
     * A map through the points {@code (from[i], to[i])}.
     *
     * @param from strictly increasing, finite, at least one
     * @param to as many values, none below the one before, finite
     * @throws IllegalArgumentException if the points do not make such a map
     */
    public static TimeMap of(double[] from, double[] to) {
        if (from.length == 0 || from.length != to.length) {
            throw new IllegalArgumentException(
                    "A time map needs as many targets as times, at least one, not "
                            + to.length
                            + " for "
                            + from.length);
        }
        for (int i = 0; i < from.length; i++) {
            if (!Double.isFinite(from[i]) || !Double.isFinite(to[i])) {
                throw new IllegalArgumentException("Point " + i + " of a time map is not finite");
            }
            if (i > 0 && (from[i] <= from[i - 1] || to[i] < to[i - 1])) {
                throw new IllegalArgumentException("A time map runs backwards at point " + i);
            }
        }
        return new TimeMap(from.clone(), to.clone());
    }

    /** The target of time {@code x}; clamped outside the points, NaN for NaN. */
    public double apply(double x) {
        return interpolate(from, to, x);
    }

    /**
     * The time whose target is {@code y}; clamped outside the points, NaN for NaN. Where the map
     * stands still the earliest such time, so {@code apply(inverse(y)) == y} within the range but
     * not always the reverse.
     */
    public double inverse(double y) {
        return interpolate(to, from, y);
    }

    /** First time of the map. */
    public double start() {
        return from[0];
    }

    /** Last time of the map. */
    public double end() {
        return from[from.length - 1];
    }

    /** First target, that of {@link #start}. */
    public double firstTarget() {
        return to[0];
    }

    /** Last target, that of {@link #end}. */
    public double lastTarget() {
        return to[to.length - 1];
    }

    private static double interpolate(double[] xs, double[] ys, double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        int last = xs.length - 1;
        if (x <= xs[0]) {
            return ys[0];
        }
        if (x > xs[last]) {
            return ys[last];
        }
        int upper = firstAtLeast(xs, x);
        double share = (x - xs[upper - 1]) / (xs[upper] - xs[upper - 1]);
        // In this form the end of a piece is met exactly, and rounding cannot run backwards.
        double y = ys[upper - 1] + share * (ys[upper] - ys[upper - 1]);
        return share == 1 ? ys[upper] : Math.min(y, ys[upper]);
    }

    /** Index of the first value not below {@code x}; between equal values the first of them. */
    private static int firstAtLeast(double[] xs, double x) {
        int found = Arrays.binarySearch(xs, x);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && xs[found - 1] == x) {
            found--;
        }
        return found;
    }
}
