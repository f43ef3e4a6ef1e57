// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

/**
 * What a call log records, which decides what a figure made of it means.
 *
 * @param handle which parts the handle time has
 * @param resolution how it is told whether a call was resolved
 * @param summed whether a row may stand for several calls, with means in place of durations
 */
public record Recorded(Handle handle, Resolution resolution, boolean summed) {
    /** VolaPhone's log: talk and after-call work, a call resolved by its outcome. */
    public static final Recorded VOLAPHONE =
            new Recorded(Handle.TALK_WORK, Resolution.OUTCOME, false);

    /** The parts of the handle time that are recorded. */
    public enum Handle {
        TALK(false, false),
        TALK_WORK(false, true),
        TALK_HOLD(true, false),
        TALK_HOLD_WORK(true, true),
        /** The handle time as a whole, which is kept in the place of the talk time. */
        WHOLE(false, false);

        private final boolean hold;
        private final boolean work;

        Handle(boolean hold, boolean work) {
            this.hold = hold;
            this.work = work;
        }

        /** The parts of a log that has talk times. */
        public static Handle of(boolean hold, boolean work) {
            if (hold) {
                return work ? TALK_HOLD_WORK : TALK_HOLD;
            }
            return work ? TALK_WORK : TALK;
        }

        public boolean hasHold() {
            return hold;
        }

        /** Whether after-call work is recorded. */
        public boolean hasWork() {
            return work;
        }
    }

    /** How it is told whether a call was resolved. */
    public enum Resolution {
        /** It is not. */
        NONE,
        /** By the outcome of the call. */
        OUTCOME,
        /** By a column that says so of each call. */
        MARK
    }
}
