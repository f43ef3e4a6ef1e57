// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.explore.FigureTable;
import io.tonalyst.ui.kpi.explore.Plot;

/**
 * A chart as a function of time: the screen, the picture and each picture of a film are the chart
 * at a moment. Moments are counted in steps (days, weeks or months) from 0 and are continuous: step
 * {@code i} is reached at {@code i}; nothing later is drawn. Immutable.
 */
public interface TimedChart {
    /** What it shows, in words. */
    String title();

    /** How many steps there are; 0 without data. */
    int steps();

    /** A step in words, such as {@code January 2017}. */
    String stepTitle(int step);

    /** How long a step lasts when the chart plays by itself, in seconds. */
    double secondsPerStep();

    /** The chart at a moment; moments beyond the ends are those of the ends. */
    Plot at(double position);

    /** The figures of the items of {@link #at}, a row each, in their order. */
    FigureTable table(double position);

    /** Whether the table changes from step to step. */
    default boolean isTableMoving() {
        return false;
    }

    /** The item that belongs to a step, or {@link Plot#NONE} where items are not steps. */
    default int itemOfStep(int step) {
        return Plot.NONE;
    }

    /** A moment within the chart. */
    default double clamp(double position) {
        return Math.clamp(position, 0, Math.max(0, steps() - 1));
    }
}
