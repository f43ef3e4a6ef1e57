// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Ways to write a date, with or without a time of day behind it. Years have two or four digits, in
 * two digits 70 is 1970 and 69 is 2069; months are numbers or English names.
 */
public enum DateStyle {
    YMD("ymd", "year, month, day (2017-01-31)"),
    DMY("dmy", "day, month, year (31.01.2017)"),
    MDY("mdy", "month, day, year (1/31/2017)"),
    YYYYMMDD("yyyymmdd", "20170131"),
    YYMMDD("yymmdd", "170131"),
    /** Days since 30 December 1899, as spreadsheets count; the fraction is the time. */
    SERIAL("serial", "day number of a spreadsheet (42766.57)"),
    EPOCH_SECONDS("epoch", "seconds since 1970"),
    EPOCH_MILLIS("epoch-ms", "milliseconds since 1970");

    /** No date. */
    public static final long BAD = Long.MIN_VALUE;

    private static final long DAY = 86_400;
    private static final long DAY_ZERO = LocalDate.of(1899, 12, 30).toEpochDay();
    private static final double FIRST_SERIAL = 20_000;
    private static final double LAST_SERIAL = 80_000;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private final String key;
    private final String title;

    DateStyle(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** Name in files and on the command line. */
    public String key() {
        return key;
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    /** The style with this {@link #key}. */
    public static Optional<DateStyle> ofKey(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equalsIgnoreCase(key)).findFirst();
    }

    /** Whether numbers are meant, and not digits with signs between them. */
    boolean isNumber() {
        return this == SERIAL || this == EPOCH_SECONDS || this == EPOCH_MILLIS;
    }

    /**
     * Seconds since 1970-01-01 00:00 by the clock of the log.
     *
     * @param decimal sign of fractions
     * @return {@link #BAD} for what is no date of this style, or not of the years 1900 to 2199
     */
    public long parse(String text, char decimal) {
        String date = text.strip();
        return switch (this) {
            case YMD, DMY, MDY -> ofParts(date);
            case YYYYMMDD -> ofDigits(date, 4);
            case YYMMDD -> ofDigits(date, 2);
            case SERIAL -> {
                double days = Numbers.parse(date, decimal);
                yield days >= FIRST_SERIAL && days < LAST_SERIAL
                        ? DAY_ZERO * DAY + Math.round(days * DAY)
                        : BAD;
            }
            case EPOCH_SECONDS -> since(Numbers.parse(date, decimal));
            case EPOCH_MILLIS -> since(Numbers.parse(date, decimal) / 1000);
        };
    }

    private static long since(double seconds) {
        return seconds >= 100_000_000 && seconds < 7_258_118_400.0
                ? (long) Math.floor(seconds)
                : BAD;
    }

    private static long ofDigits(String text, int yearDigits) {
        int length = yearDigits + 4;
        if (text.length() < length || (text.length() > length && isDigit(text.charAt(length)))) {
            return BAD;
        }
        for (int i = 0; i < length; i++) {
            if (!isDigit(text.charAt(i))) {
                return BAD;
            }
        }
        int year = Integer.parseInt(text, 0, yearDigits, 10);
        int month = Integer.parseInt(text, yearDigits, yearDigits + 2, 10);
        int day = Integer.parseInt(text, yearDigits + 2, length, 10);
        return withTime(yearDigits == 2 ? century(year) : year, month, day, text, length);
    }

    /** Three parts with signs between them, then perhaps a time. */
    private long ofParts(String text) {
        int[] parts = new int[3];
        int[] lengths = new int[3];
        int monthAt = this == MDY ? 0 : 1;
        int yearAt = this == YMD ? 0 : 2;
        int at = 0;
        for (int i = 0; i < 3; i++) {
            int start = at;
            at = part(text, at);
            lengths[i] = at - start;
            parts[i] = value(text, start, at, i == monthAt);
            // Nobody puts the month first between full stops.
            boolean full = this == MDY && at < text.length() && text.charAt(at) == '.';
            if (parts[i] < 0 || (i == 0 && full)) {
                return BAD;
            }
            if (i < 2) {
                at = afterSign(text, at);
                if (at < 0) {
                    return BAD;
                }
            }
        }
        boolean shortYear = lengths[yearAt] == 2 && this != YMD;
        if (lengths[yearAt] != 4 && !shortYear) {
            return BAD;
        }
        int year = shortYear ? century(parts[yearAt]) : parts[yearAt];
        return withTime(
                year, parts[monthAt], parts[this == DMY ? 0 : this == MDY ? 1 : 2], text, at);
    }

    /** The end of a run of digits or of letters. */
    private static int part(String text, int from) {
        int at = from;
        if (at < text.length() && isDigit(text.charAt(at))) {
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
            return at;
        }
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The number of a part, in a month's place also for its name; -1 for neither. */
    private static int value(String text, int from, int to, boolean month) {
        if (to == from || to - from > 9) {
            return -1;
        }
        if (isDigit(text.charAt(from))) {
            return to - from > 4 ? -1 : Integer.parseInt(text, from, to, 10);
        }
        if (to - from < 3 || !month) {
            return -1;
        }
        int at = MONTHS.indexOf(text.substring(from, from + 3).toLowerCase(Locale.ROOT));
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : -1;
    }

    private static int afterSign(String text, int from) {
        int at = from;
        while (at < text.length() && "-/., ".indexOf(text.charAt(at)) >= 0 && at - from < 2) {
            at++;
        }
        return at == from ? -1 : at;
    }

    private static int century(int year) {
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static long withTime(int year, int month, int day, String text, int end) {
        if (year < 1900 || year > 2199) {
            return BAD;
        }
        int time = 0;
        if (end < text.length()) {
            int from = end;
            while (from < text.length() && ", T".indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            if (from == end || from == text.length()) {
                return BAD;
            }
            time = TimeOfDay.clock(text, from);
            if (time < 0) {
                return BAD;
            }
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay() * DAY + time;
        } catch (DateTimeException e) {
            return BAD;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
