// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

/**
 * A stretch of a recording.
 *
 * @param start in seconds, at least 0
 * @param end in seconds, at least {@code start}
 */
public record TimeRange(double start, double end) {
    public TimeRange {
        if (!(start >= 0 && end >= start)) {
            throw new IllegalArgumentException("Not a time range: " + start + " to " + end);
        }
    }

    /** The range between two times in either order. */
    public static TimeRange between(double a, double b) {
        return new TimeRange(Math.min(a, b), Math.max(a, b));
    }

    public double seconds() {
        return end - start;
    }

    public boolean contains(double time) {
        return time >= start && time < end;
    }
}
