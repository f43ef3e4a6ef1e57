// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the {@link DaySums} asked for last, so that another measure or another length of periods
 * costs no pass over the log. Safe between threads: who asks for what is being added up waits for
 * it.
 */
public final class LatestDaySums {
    private @Nullable DaySums kept;

    /** The sums over the calls of a log that pass a filter. */
    public synchronized DaySums of(CallLog log, CallFilter filter) {
        DaySums known = kept;
        if (known == null || known.log() != log || !known.filter().equals(filter)) {
            known = DaySums.of(log, filter);
            kept = known;
        }
        return known;
    }

    /** Lets go of the log. */
    public synchronized void clear() {
        kept = null;
    }
}
