// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.AxisDomain;
import java.util.ArrayList;
import java.util.List;

/**
 * Where things lie on a motion chart, in pixels from the upper left corner. A day position counts
 * days from the first of the month, 0-based: the point of day {@code i} lies at position {@code i},
 * in the middle of that day's column.
 *
 * @param width of the whole chart
 * @param height of the whole chart
 * @param days columns of the plot, at least 1
 * @param axis values of the plot
 */
public record MotionChartLayout(double width, double height, int days, AxisDomain axis) {
    /** Space left of the plot. */
    static final double LEFT = 62;

    /** Space right of the plot, where the threshold is named. */
    static final double RIGHT = 84;

    private static final double TOP = 84;
    private static final double BOTTOM = 46;
    private static final double LEAST_LABEL_WIDTH = 19;

    public MotionChartLayout {
        if (days < 1) {
            throw new IllegalArgumentException("A chart has at least one day, not " + days);
        }
    }

    public double left() {
        return LEFT;
    }

    public double top() {
        return TOP;
    }

    public double right() {
        return Math.max(LEFT + 1, width - RIGHT);
    }

    public double bottom() {
        return Math.max(TOP + 1, height - BOTTOM);
    }

    /** Width of one day. */
    public double columnWidth() {
        return (right() - left()) / days;
    }

    /** Horizontal place of a day position, clamped to the plot. */
    public double x(double dayPosition) {
        double x = left() + (dayPosition + 0.5) * columnWidth();
        return Math.clamp(x, left(), right());
    }

    /** Vertical place of a value, clamped to the plot. */
    public double y(double value) {
        return bottom() - axis.share(value) * (bottom() - top());
    }

    /** The values of the grid lines, from the lowest to the highest. */
    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long steps = Math.round((axis.high() - axis.low()) / axis.step());
        for (long i = 0; i <= steps; i++) {
            ticks.add(axis.low() + i * axis.step());
        }
        return ticks;
    }

    /** The day position under a horizontal place, from 0 to the last day. */
    public double dayPosition(double x) {
        return Math.clamp((x - left()) / columnWidth() - 0.5, 0.0, days - 1.0);
    }

    /** Every how many days a date fits under the axis: 1, 2, 5, 7 or 14. */
    public int labelStep() {
        for (int step : new int[] {1, 2, 5, 7}) {
            if (step * columnWidth() >= LEAST_LABEL_WIDTH) {
                return step;
            }
        }
        return 14;
    }
}
