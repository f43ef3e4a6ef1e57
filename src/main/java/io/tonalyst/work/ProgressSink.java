// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

/** Where work says how far it is. Called from the working thread, possibly often. */
@FunctionalInterface
public interface ProgressSink {
    /** Listens to nothing. */
    ProgressSink NONE = (fraction, message) -> {};

    /**
     * Reports progress.
     *
     * @param fraction share done, 0 to 1; NaN when it cannot be known
     * @param message what is being done, for the status bar
     */
    void report(double fraction, String message);

    /** A sink for a part of this work that spans {@code from} to {@code to} of the whole. */
    default ProgressSink part(double from, double to) {
        return (fraction, message) -> report(from + fraction * (to - from), message);
    }
}
