// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

/**
 * Maps seconds to x. All panes use the same gutters, so that one time stands at one x in all of
 * them.
 *
 * @param left x of {@code start}
 * @param width from {@code start} to {@code end} in pixels, above 0
 * @param start seconds
 * @param end seconds, at least {@code start}
 */
record TimeScale(double left, double width, double start, double end) {
    /** Room for the labels of the vertical axes. */
    static final double LEFT_GUTTER = 58;

    static final double RIGHT_GUTTER = 14;

    /**
     * The scale of a pane that is {@code paneWidth} wide and shows {@code start} to {@code end}.
     */
    static TimeScale of(double paneWidth, double start, double end) {
        double width = Math.max(1, paneWidth - LEFT_GUTTER - RIGHT_GUTTER);
        return new TimeScale(LEFT_GUTTER, width, start, end);
    }

    double right() {
        return left + width;
    }

    double x(double seconds) {
        return end > start ? left + (seconds - start) / (end - start) * width : left;
    }

    /** The time at x, within the view even when x lies in a gutter. */
    double seconds(double x) {
        return start + Math.clamp((x - left) / width, 0.0, 1.0) * (end - start);
    }

    double secondsPerPixel() {
        return (end - start) / width;
    }
}
