// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import java.util.Arrays;

/** A bounded list of moments with a value each, filled without allocating. */
final class TimedPoints {
    private static final int ROUNDS = 20;

    private final double[] seconds;
    private final double[] values;
    private int size;

    TimedPoints(int capacity) {
        seconds = new double[capacity];
        values = new double[capacity];
    }

    /** Adds a point; ignored once the list is full. */
    void add(double second, double value) {
        if (size < seconds.length) {
            seconds[size] = second;
            values[size] = value;
            size++;
        }
    }

    /** Forgets all points. */
    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    double seconds(int i) {
        return seconds[i];
    }

    double value(int i) {
        return values[i];
    }

    /** The points from the given index on. */
    TimedPoints from(int index) {
        TimedPoints rest = new TimedPoints(Math.max(1, size - index));
        for (int i = index; i < size; i++) {
            rest.add(seconds[i], values[i]);
        }
        return rest;
    }

    /** Value at a moment, straight between the points; not a number outside of them. */
    double at(double second) {
        int after = indexOf(second);
        if (size == 0 || after >= size || second < seconds[0]) {
            return Double.NaN;
        }
        if (after == 0) {
            return values[0];
        }
        double span = seconds[after] - seconds[after - 1];
        double share = span == 0 ? 1 : (second - seconds[after - 1]) / span;
        return values[after - 1] + share * (values[after] - values[after - 1]);
    }

    double[] values() {
        return Arrays.copyOf(values, size);
    }

    /**
     * The line of least absolute deviations through the points around a moment, by iteratively
     * reweighted least squares: a short stall does not bend it. Near the ends the points of the
     * first or last such stretch are used; all zero without points.
     *
     * @param second the moment
     * @param reach how far the points may be from it
     * @return value at second 0, and slope a second
     */
    double[] robustLine(double second, double reach) {
        if (size == 0) {
            return new double[2];
        }
        double last = Math.max(seconds[0] + reach, seconds[size - 1] - reach);
        double centre = Math.clamp(second, seconds[0] + reach, last);
        int from = indexOf(centre - reach);
        int to = indexOf(centre + reach);
        double[] weights = new double[to - from];
        Arrays.fill(weights, 1);
        double[] line = weightedLine(from, weights);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = from; i < to; i++) {
                double residual = Math.abs(values[i] - line[0] - line[1] * seconds[i]);
                weights[i - from] = 1 / Math.max(1e-4, residual);
            }
            line = weightedLine(from, weights);
        }
        return line;
    }

    /** Index of the first point not before a moment. */
    private int indexOf(double second) {
        int found = Arrays.binarySearch(seconds, 0, size, second);
        return found < 0 ? -found - 1 : found;
    }

    private double[] weightedLine(int from, double[] weights) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            x += weights[i] * seconds[from + i];
            y += weights[i] * values[from + i];
        }
        if (sum == 0) {
            return new double[2];
        }
        x /= sum;
        y /= sum;
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < weights.length; i++) {
            double dx = seconds[from + i] - x;
            xx += weights[i] * dx * dx;
            xy += weights[i] * dx * (values[from + i] - y);
        }
        double slope = xx == 0 ? 0 : xy / xx;
        return new double[] {y - slope * x, slope};
    }
}
