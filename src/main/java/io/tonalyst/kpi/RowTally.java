// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up rows that may stand for several calls. */
final class RowTally implements MonthTally {
    private final CallLog log;
    private final @Nullable CallSums[] sums = new @Nullable CallSums[LONGEST_MONTH];

    RowTally(CallLog log) {
        this.log = log;
    }

    @Override
    public void add(int[] rows, int count, int firstOfMonth) {
        for (int i = 0; i < count; i++) {
            int day = log.epochDay(rows[i]) - firstOfMonth;
            CallSums own = sums[day];
            if (own == null) {
                own = new CallSums();
                sums[day] = own;
            }
            own.add(log, rows[i]);
        }
    }

    @Override
    public void drainTo(List<DaySums.Day> found, int firstOfMonth, LocalDate[] dates) {
        for (int day = 0; day < dates.length; day++) {
            CallSums own = sums[day];
            if (own != null) {
                found.add(new DaySums.Day(firstOfMonth + day, dates[day], own.totals()));
                sums[day] = null;
            }
        }
    }
}
