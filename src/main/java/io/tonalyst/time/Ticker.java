// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.time;

/** A source of monotonic time, injected so that tests can move it by hand. */
@FunctionalInterface
public interface Ticker {
    /** Nanoseconds since an arbitrary origin; never decreases. */
    long nanos();

    /** The time of this machine. */
    static Ticker system() {
        return System::nanoTime;
    }
}
