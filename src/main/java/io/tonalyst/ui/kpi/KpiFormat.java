// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How figures and dates of KPIs are written, on charts, in tables and on tiles. */
final class KpiFormat {
    private static final DateTimeFormatter LONG_DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DATE =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private KpiFormat() {}

    /** A value as short as it can be, for axes and thresholds: {@code 900 s}, {@code 75 %}. */
    static String brief(Measure measure, double value) {
        return plain(value) + " " + measure.unit();
    }

    /** A number with no more decimals than it needs, at most 2. */
    static String plain(double value) {
        String text = String.format(Locale.ROOT, "%,.2f", value);
        return text.endsWith(".00")
                ? text.substring(0, text.length() - 3)
                : text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }

    /** {@code 1,114.5}. */
    static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    /** {@code 1,114}. */
    static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** {@code January 2017}. */
    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** {@code Day of January 2017}, or the first and last month of a longer series. */
    static String period(KpiSeries series) {
        String first = month(YearMonth.from(series.first()));
        String last = month(YearMonth.from(series.last()));
        return first.equals(last) ? "Day of " + first : first + " to " + last;
    }

    /** {@code 14 January 2017}. */
    static String longDate(LocalDate date) {
        return LONG_DATE.format(date);
    }

    /** {@code Sat 14 Jan}. */
    static String shortDate(LocalDate date) {
        return SHORT_DATE.format(date);
    }
}
