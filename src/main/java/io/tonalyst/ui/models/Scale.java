// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis: maps values onto pixels.
 *
 * @param min value at {@code from}
 * @param max value at {@code to}, above {@code min}
 * @param from pixel of {@code min}; greater than {@code to} for an axis that grows upwards
 * @param to pixel of {@code max}
 */
record Scale(double min, double max, double from, double to) {
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    /** Pixel of a value; values outside lie at the ends. */
    double at(double value) {
        return from + (to - from) * Math.clamp((value - min) / (max - min), 0, 1);
    }

    /** Value at a pixel, also beyond the ends. */
    double value(double pixel) {
        return min + (max - min) * (pixel - from) / (to - from);
    }

    /** Round values on the axis, at most {@code most} of them and at least one. */
    List<Double> ticks(int most) {
        double step = step((max - min) / Math.max(1, most - 1));
        List<Double> ticks = new ArrayList<>();
        double first = Math.ceil(min / step - 1e-9);
        for (double k = first; k * step <= max + step * 1e-9; k++) {
            // Adding 0 turns a negative zero, which would be written with its sign.
            ticks.add(k * step + 0.0);
        }
        return ticks;
    }

    /** The smallest round step that is at least {@code least}, above 0. */
    static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double step : STEPS) {
            if (step * power >= least * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** Number of decimals that tell ticks of this step apart. */
    static int decimals(double step) {
        for (int decimals = 0; decimals < 6; decimals++) {
            double scaled = step * Math.pow(10, decimals);
            if (Math.abs(scaled - Math.rint(scaled)) < 1e-6) {
                return decimals;
            }
        }
        return 6;
    }
}
