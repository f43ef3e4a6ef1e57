// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.overview.Granularity;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days and periods are written on the charts. */
final class Dates {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter BRIEF =
            DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private Dates() {}

    /** {@code Sat 14 January 2017}. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** {@code January 2017}. */
    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** {@code Jan 2017}. */
    static String brief(YearMonth month) {
        return BRIEF.format(month);
    }

    /** {@code Sat 14 January 2017}, {@code 2017-W02} or {@code January 2017}. */
    static String period(Granularity granularity, LocalDate first) {
        return switch (granularity) {
            case DAY -> day(first);
            case WEEK -> granularity.label(first);
            case MONTH -> month(YearMonth.from(first));
        };
    }
}
