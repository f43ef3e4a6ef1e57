// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.work.ProgressSink;
import java.io.PrintWriter;

/** Tells each tenth of long work on the error stream. */
final class Tenths implements ProgressSink {
    private final PrintWriter err;
    private int told;

    Tenths(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void report(double fraction, String message) {
        int tenth = (int) (fraction * 10);
        if (tenth > told) {
            told = tenth;
            err.printf("%3d %%  %s%n", 10 * tenth, message);
            err.flush();
        }
    }
}
