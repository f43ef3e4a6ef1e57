// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.format;

import java.util.Locale;

/** Times of day. */
public final class TimeOfDay {
    /** No time of day. */
    public static final int BAD = -1;

    private static final int DAY = 86_400;

    private TimeOfDay() {}

    /**
     * Seconds since midnight of {@code 9:05}, {@code 09:05:30}, {@code 09:05:30.250}, {@code 9:05
     * PM}, of a fraction of a day such as {@code 0.384}, or of the time in a date and time; a time
     * zone behind it is passed over.
     *
     * @param decimal sign of fractions
     * @return 0 to 86400, which is the midnight after the day ({@code 24:00}); {@link #BAD}
     *     otherwise
     */
    public static int parse(String text, char decimal) {
        String time = text.strip();
        int colon = time.indexOf(':');
        if (colon < 0) {
            double fraction = Numbers.parse(time, decimal);
            return fraction >= 0 && fraction <= 1 && !time.contains("%")
                    ? (int) Math.round(fraction * DAY)
                    : BAD;
        }
        // What stands before the hour is a date, which a workbook puts before times.
        int from = colon;
        while (from > 0 && isDigit(time.charAt(from - 1))) {
            from--;
        }
        boolean dated = from > 0;
        if (dated && !time.substring(0, from).matches("[\\d./-]+[ T]")) {
            return BAD;
        }
        return clock(time, from);
    }

    /** The time of day that begins at a position and goes to the end of the text. */
    static int clock(String text, int from) {
        int[] parts = new int[3];
        int count = 0;
        int at = from;
        while (count < 3) {
            int start = at;
            int value = 0;
            while (at < text.length() && isDigit(text.charAt(at)) && at - start < 3) {
                value = 10 * value + text.charAt(at++) - '0';
            }
            if (at == start || at - start > 2 || (count > 0 && at - start != 2)) {
                return BAD;
            }
            parts[count++] = value;
            if (at < text.length() && text.charAt(at) == ':' && count < 3) {
                at++;
            } else {
                break;
            }
        }
        at = afterFraction(text, at);
        int half = half(text, at);
        if (count < 2 || half == BAD || parts[1] > 59 || parts[2] > 59) {
            return BAD;
        }
        return seconds(parts, half);
    }

    private static int seconds(int[] parts, int half) {
        int hour = parts[0];
        if (half != NO_HALF) {
            if (hour < 1 || hour > 12) {
                return BAD;
            }
            hour = hour % 12 + (half == AFTERNOON ? 12 : 0);
        }
        int seconds = hour * 3600 + parts[1] * 60 + parts[2];
        return seconds <= DAY ? seconds : BAD;
    }

    private static final int NO_HALF = 0;
    private static final int MORNING = 1;
    private static final int AFTERNOON = 2;

    private static int afterFraction(String text, int from) {
        int at = from;
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
            at++;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
        }
        return at;
    }

    /** Which half of the day is told behind the time; {@link #BAD} for anything else but a zone. */
    private static int half(String text, int from) {
        if (from == text.length()) {
            return NO_HALF;
        }
        String rest = text.substring(from).strip();
        return switch (rest.replace(".", "").toUpperCase(Locale.ROOT)) {
            case "" -> NO_HALF;
            case "AM", "A" -> MORNING;
            case "PM", "P" -> AFTERNOON;
            default -> rest.matches("(?:UTC|GMT|Z)?(?:[-+]\\d{2}(?::?\\d{2})?)?") ? NO_HALF : BAD;
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
