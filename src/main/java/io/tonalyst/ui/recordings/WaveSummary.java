// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

/** Extremes and RMS of one channel at any zoom, quick enough to be asked for each repaint. */
@FunctionalInterface
interface WaveSummary {
    /**
     * Splits frames {@code from} to {@code to} evenly into columns and summarises each.
     *
     * @param columns number of columns; the arrays are at least that long
     */
    void summarise(long from, long to, int columns, float[] min, float[] max, float[] rms);
}
