// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.time.LocalDate;
import java.util.Locale;

/** Numbers of a workbook's cells as a table in text would have them. */
final class CellText {
    /** Day 0 of a workbook, for all days after February 1900. */
    private static final long DAY_ZERO = LocalDate.of(1899, 12, 30).toEpochDay();

    private static final int DAYS_TO_1904 = 1462;
    private static final int SECONDS = 86_400;

    /** Later days are no dates; 31 December 9999. */
    private static final double LAST_DAY = 2_958_466;

    /** A duration of so many days is a date that is shown as a time. */
    private static final double LONGEST_TIME = 1000;

    private CellText() {}

    /**
     * The text of a number: {@code 2017-01-31 13:45:00} for a date, {@code 13:45:00} for a time or
     * duration, else the number as it stands.
     */
    static String of(String number, CellStyles.Shown shown, boolean from1904) {
        if (shown == CellStyles.Shown.NUMBER) {
            return number;
        }
        double days;
        try {
            days = Double.parseDouble(number);
        } catch (NumberFormatException e) {
            return number;
        }
        if (!(days >= 0 && days < LAST_DAY)) {
            return number;
        }
        boolean time = shown == CellStyles.Shown.TIME && days < LONGEST_TIME;
        long seconds = Math.round(days * SECONDS);
        if (time) {
            return clock(seconds);
        }
        long day = Math.floorDiv(seconds, (long) SECONDS) + (from1904 ? DAYS_TO_1904 : 0);
        long rest = Math.floorMod(seconds, (long) SECONDS);
        LocalDate date = LocalDate.ofEpochDay(DAY_ZERO + day);
        return rest == 0 ? date.toString() : date + " " + clock(rest);
    }

    private static String clock(long seconds) {
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
