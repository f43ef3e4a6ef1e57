// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.overview;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long a period is. Weeks are those of ISO 8601: they begin on Monday and belong to a year. */
public enum Granularity {
    DAY("Day"),
    WEEK("Week"),
    MONTH("Month");

    private final String title;

    Granularity(String title) {
        this.title = title;
    }

    /** Name on the command line and in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    /** First day of the period a day lies in. */
    public LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** First day of the next period. */
    public LocalDate next(LocalDate first) {
        return switch (this) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
        };
    }

    /** Such as {@code 2017-01-31}, {@code 2017-W05} or {@code 2017-01}. */
    public String label(LocalDate first) {
        return switch (this) {
            case DAY -> first.toString();
            case WEEK ->
                    String.format(
                            Locale.ROOT,
                            "%d-W%02d",
                            first.get(IsoFields.WEEK_BASED_YEAR),
                            first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> YearMonth.from(first).toString();
        };
    }

    /** The granularity with this {@link #key}. */
    public static Optional<Granularity> ofKey(String key) {
        return Arrays.stream(values()).filter(g -> g.key().equalsIgnoreCase(key)).findFirst();
    }
}
