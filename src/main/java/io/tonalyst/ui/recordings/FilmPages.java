// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

/**
 * Which part of a recording a film shows at a time: pages of equal length that turn when the
 * playhead has all but crossed them, and overlap, so that what was heard last stays in sight. A
 * stretch that is hardly longer than a page is shown whole.
 *
 * @param stretch what is filmed
 * @param seconds of a page, above 0
 */
record FilmPages(TimeRange stretch, double seconds) {
    private static final double OVERLAP = 0.1;

    /** Where on a page the playhead is when it turns. */
    private static final double TURN = 1 - OVERLAP / 2;

    /** Stretches up to so many pages are shown whole. */
    private static final double WHOLE = 1.5;

    /** Number of the page at a time of the recording, from 0. */
    int at(double time) {
        if (stretch.seconds() <= WHOLE * seconds) {
            return 0;
        }
        double since = time - stretch.start() - (TURN - (1 - OVERLAP)) * seconds;
        return Math.clamp((long) Math.floor(since / step()), 0, last());
    }

    /** What a page shows. */
    TimeRange range(int page) {
        if (stretch.seconds() <= WHOLE * seconds) {
            return stretch;
        }
        double start = Math.min(stretch.start() + page * step(), stretch.end() - seconds);
        return new TimeRange(start, start + seconds);
    }

    private int last() {
        return (int) Math.ceil((stretch.seconds() - seconds) / step() - 1e-9);
    }

    private double step() {
        return (1 - OVERLAP) * seconds;
    }
}
