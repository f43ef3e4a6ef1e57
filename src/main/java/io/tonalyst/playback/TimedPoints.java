// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import java.util.Arrays;

/** A bounded list of moments with a value each, filled without allocating. */
final class TimedPoints {
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

    double[] values() {
        return Arrays.copyOf(values, size);
    }

    /**
     * The line of least absolute deviations, by iteratively reweighted least squares: a few stalls
     * do not bend it. All zero without points.
     *
     * @return value at second 0, and slope a second
     */
    double[] robustLine() {
        double[] weights = new double[size];
        Arrays.fill(weights, 1);
        double[] line = weightedLine(weights);
        for (int round = 0; round < 30; round++) {
            for (int i = 0; i < size; i++) {
                double residual = Math.abs(values[i] - line[0] - line[1] * seconds[i]);
                weights[i] = 1 / Math.max(1e-4, residual);
            }
            line = weightedLine(weights);
        }
        return line;
    }

    private double[] weightedLine(double[] weights) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < size; i++) {
            sum += weights[i];
            x += weights[i] * seconds[i];
            y += weights[i] * values[i];
        }
        if (sum == 0) {
            return new double[2];
        }
        x /= sum;
        y /= sum;
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < size; i++) {
            xx += weights[i] * (seconds[i] - x) * (seconds[i] - x);
            xy += weights[i] * (seconds[i] - x) * (values[i] - y);
        }
        double slope = xx == 0 ? 0 : xy / xx;
        return new double[] {y - slope * x, slope};
    }
}
