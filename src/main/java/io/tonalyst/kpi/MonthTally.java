// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.LocalDate;
import java.util.List;

/** Adds up calls by their day in one month after another; for one thread. */
sealed interface MonthTally permits CallTally, RowTally {
    int LONGEST_MONTH = 31;

    /** The quickest tally for what the rows of a log are. */
    static MonthTally of(CallLog log, CallColumns columns) {
        return CallTally.fits(columns) ? new CallTally(columns) : new RowTally(log);
    }

    /**
     * Adds rows of one month.
     *
     * @param rows those that count, followed by spare room
     * @param count how many count
     * @param firstOfMonth the first day of their month, in days since 1970-01-01
     */
    void add(int[] rows, int count, int firstOfMonth);

    /**
     * Appends the days with calls, ascending, and starts anew.
     *
     * @param dates the days of the month
     */
    void drainTo(List<DaySums.Day> found, int firstOfMonth, LocalDate[] dates);
}
