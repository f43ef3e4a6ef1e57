// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.LocalDate;

/** Reads numbers and dates from bytes without allocating, for one reader on one thread. */
final class Fields {
    /** No number, or one outside the range. */
    static final int BAD = -1;

    /** No date. */
    static final long NO_DATE = Long.MIN_VALUE;

    /** A call cannot take longer than this many seconds. */
    static final int MAX_SECONDS = 86_400;

    private int lastYear = Integer.MIN_VALUE;
    private int lastMonth;
    private int lastMonthStart;
    private int lastMonthLength;

    /** A whole number from 0 to 2^31 - 1, a fraction of zeros allowed; {@link #BAD} otherwise. */
    int wholeNumber(byte[] bytes, int from, int to) {
        long value = 0;
        int at = from;
        while (at < to && isDigit(bytes[at]) && value <= Integer.MAX_VALUE) {
            value = 10 * value + bytes[at++] - '0';
        }
        if (at == from || value > Integer.MAX_VALUE) {
            return BAD;
        }
        if (at < to && bytes[at] == '.') {
            at++;
            while (at < to && bytes[at] == '0') {
                at++;
            }
        }
        return at == to ? (int) value : BAD;
    }

    /**
     * Seconds with an optional fraction.
     *
     * @return NaN for an empty field, {@link #BAD} for no number or one outside 0 to {@value
     *     #MAX_SECONDS}
     */
    float seconds(byte[] bytes, int from, int to) {
        if (from == to) {
            return Float.NaN;
        }
        double value = 0;
        int at = from;
        while (at < to && isDigit(bytes[at]) && value <= MAX_SECONDS) {
            value = 10 * value + (bytes[at++] - '0');
        }
        if (at < to && bytes[at] == '.') {
            double scale = 0.1;
            int point = at++;
            while (at < to && isDigit(bytes[at])) {
                value += scale * (bytes[at++] - '0');
                scale /= 10;
            }
            if (to - from == 1 || (at == point + 1 && point == from)) {
                return BAD;
            }
        }
        return at == to && value <= MAX_SECONDS ? (float) value : BAD;
    }

    /**
     * A date {@code 2017-01-31} of the years 1900 to 2199, with or without a time {@code 13:45} or
     * {@code 13:45:00} after a blank or a T; {@code 24:00} is midnight after the day.
     *
     * @return seconds since 1970-01-01, or {@link #NO_DATE}
     */
    long dateTime(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 10 || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return NO_DATE;
        }
        int day =
                day(digits(bytes, from, 4), digits(bytes, from + 5, 2), digits(bytes, from + 8, 2));
        if (day == Integer.MIN_VALUE) {
            return NO_DATE;
        }
        if (length == 10) {
            return day * 86_400L;
        }
        if ((length != 16 && length != 19)
                || (bytes[from + 10] != ' ' && bytes[from + 10] != 'T')
                || bytes[from + 13] != ':'
                || (length == 19 && bytes[from + 16] != ':')) {
            return NO_DATE;
        }
        int hour = digits(bytes, from + 11, 2);
        int minute = digits(bytes, from + 14, 2);
        int second = length == 19 ? digits(bytes, from + 17, 2) : 0;
        boolean midnight = hour == 24 && minute == 0 && second == 0;
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return midnight ? (day + 1) * 86_400L : NO_DATE;
        }
        return day * 86_400L + hour * 3600L + minute * 60L + second;
    }

    /** Days since 1970-01-01; the last month is kept, for neighbouring rows share theirs. */
    private int day(int year, int month, int day) {
        if (year < 1900 || year > 2199 || month < 1 || month > 12) {
            return Integer.MIN_VALUE;
        }
        if (year != lastYear || month != lastMonth) {
            LocalDate first = LocalDate.of(year, month, 1);
            lastYear = year;
            lastMonth = month;
            lastMonthStart = (int) first.toEpochDay();
            lastMonthLength = first.lengthOfMonth();
        }
        return day < 1 || day > lastMonthLength ? Integer.MIN_VALUE : lastMonthStart + day - 1;
    }

    private static int digits(byte[] bytes, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            if (!isDigit(bytes[i])) {
                return -1;
            }
            value = 10 * value + bytes[i] - '0';
        }
        return value;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
