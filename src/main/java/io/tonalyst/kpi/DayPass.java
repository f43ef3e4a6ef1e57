// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Adds up the days of one agent after another. Rows are sorted by month, then agent, but not by
 * day: each month of an agent is one run of rows. Agents and months that the filter leaves out are
 * skipped whole. Immutable, safe between threads.
 */
final class DayPass {
    private final CallLog log;
    private final CallColumns columns;
    private final CallIndex index;
    private final CallTest test;
    private final LocalDate[][] dates;

    DayPass(CallLog log, CallColumns columns, CallIndex index, CallTest test) {
        this.log = log;
        this.columns = columns;
        this.index = index;
        this.test = test;
        dates = index.months().stream().map(DayPass::dates).toArray(LocalDate[][]::new);
    }

    private static LocalDate[] dates(YearMonth month) {
        var days = new LocalDate[month.lengthOfMonth()];
        Arrays.setAll(days, day -> month.atDay(day + 1));
        return days;
    }

    /** The days of an agent with calls that count, ascending. */
    List<DaySums.Day> days(int agent) {
        if (!test.acceptsAgent(agent)) {
            return List.of();
        }
        var days = new ArrayList<DaySums.Day>();
        var tally = MonthTally.of(log, columns);
        int[] selected = new int[0];
        for (int month = 0; month < dates.length; month++) {
            int first = (int) dates[month][0].toEpochDay();
            int last = first + dates[month].length - 1;
            if (!test.acceptsAnyOf(first, last)) {
                continue;
            }
            RowRange range = index.range(agent, month);
            if (range.size() > selected.length) {
                selected = new int[range.size() + range.size() / 2];
            }
            tally.add(selected, test.select(range, first, last, selected), first);
            tally.drainTo(days, first, dates[month]);
        }
        return days;
    }
}
