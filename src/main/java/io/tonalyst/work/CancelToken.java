// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A flag that one side raises and long loops on the other side look at. Safe between threads. */
public final class CancelToken {
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /** Raises the flag; it is never lowered again. */
    public void cancel() {
        cancelled.set(true);
    }

    public boolean isCancelled() {
        return cancelled.get();
    }

    /**
     * Leaves the loop that asks when the flag is up.
     *
     * @throws CancellationException if the work has been cancelled
     */
    public void throwIfCancelled() {
        if (cancelled.get()) {
            throw new CancellationException("cancelled");
        }
    }
}
