// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import java.util.function.BooleanSupplier;

/** How often what plays is drawn: at every pulse, or four times a second if little may move. */
final class Pace {
    static final long STEP_NANOS = 250_000_000;

    private final BooleanSupplier reduced;
    private long last = Long.MIN_VALUE;

    /**
     * @param reduced whether little may move at the moment
     */
    Pace(BooleanSupplier reduced) {
        this.reduced = reduced;
    }

    /** Whether little may move at the moment. */
    boolean isReduced() {
        return reduced.getAsBoolean();
    }

    /** Whether to draw at the pulse of this time, which then counts as drawn. */
    boolean isDue(long nanos) {
        boolean due =
                !reduced.getAsBoolean() || last == Long.MIN_VALUE || nanos - last >= STEP_NANOS;
        last = due ? nanos : last;
        return due;
    }
}
