// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.format;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Ways to write how long something took. */
public enum DurationStyle {
    SECONDS("s", "seconds (143)", 1),
    MILLISECONDS("ms", "milliseconds (143000)", 0.001),
    MINUTES("min", "minutes (2.38)", 60),
    HOURS("h", "hours (0.0397)", 3600),
    DAYS("d", "fractions of a day (0.00166)", 86_400),
    /**
     * {@code 2:23}; {@code 1:02:23} has hours; {@code 12:02:23 AM} is 2 min 23 s after midnight.
     */
    MIN_SEC("m:ss", "minutes:seconds (2:23 or 0:02:23)", 0),
    /** {@code 0:02}; {@code 0:02:23} has seconds. */
    HOUR_MIN("h:mm", "hours:minutes (0:02 or 0:02:23)", 0),
    /** {@code PT2M23S}. */
    ISO("iso", "ISO 8601 (PT2M23S)", 0),
    /** {@code 2 min 23 s}, {@code 2m23s}. */
    UNITS("units", "with units (2m 23s)", 0);

    /** No duration. */
    public static final double BAD = Double.NEGATIVE_INFINITY;

    private final String key;
    private final String title;
    private final double seconds;

    DurationStyle(String key, String title, double seconds) {
        this.key = key;
        this.title = title;
        this.seconds = seconds;
    }

    /** Name in files and on the command line. */
    public String key() {
        return key;
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    /** Whether the duration is a plain number of units. */
    boolean isNumber() {
        return seconds > 0;
    }

    /** The style with this {@link #key}. */
    public static Optional<DurationStyle> ofKey(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equalsIgnoreCase(key)).findFirst();
    }

    /**
     * The duration in seconds, negative where the text has a minus.
     *
     * @param decimal sign of fractions
     * @return {@link #BAD} for what is no duration of this style
     */
    public double parse(String text, char decimal) {
        String duration = text.strip();
        return switch (this) {
            case MIN_SEC, HOUR_MIN -> clock(duration, decimal);
            case ISO -> iso(duration);
            case UNITS -> units(duration, decimal);
            default -> {
                double value = Numbers.parse(duration, decimal);
                yield Double.isNaN(value) || duration.endsWith("%") ? BAD : value * seconds;
            }
        };
    }

    private static double iso(String text) {
        try {
            return Duration.parse(text).toNanos() / 1e9;
        } catch (DateTimeParseException | ArithmeticException e) {
            return BAD;
        }
    }

    private double clock(String text, char decimal) {
        boolean negative = text.startsWith("-");
        int from = negative ? 1 : 0;
        char end = text.isEmpty() ? 0 : text.charAt(text.length() - 1);
        if (end == 'M' || end == 'm' || end == '.') {
            int time = TimeOfDay.parse(text.substring(from), decimal);
            return time < 0 ? BAD : time;
        }
        double total = 0;
        int parts = 0;
        int at = from;
        while (true) {
            int start = at;
            int value = 0;
            while (at < text.length() && isDigit(text.charAt(at)) && at - start < 7) {
                value = 10 * value + text.charAt(at++) - '0';
            }
            int digits = at - start;
            parts++;
            boolean fits = parts == 1 ? digits >= 1 && digits <= 6 : digits == 2 && value < 60;
            if (!fits || parts > 3) {
                return BAD;
            }
            total = 60 * total + value;
            if (at == text.length() || text.charAt(at) != ':') {
                break;
            }
            at++;
        }
        double fraction = fraction(text, at);
        if (parts < 2 || fraction < 0) {
            return BAD;
        }
        total = parts == 2 && this == HOUR_MIN ? 60 * total : total + fraction;
        return negative ? -total : total;
    }

    /** What stands behind the last colon's seconds: nothing, or a sign and digits. */
    private static double fraction(String text, int from) {
        if (from == text.length()) {
            return 0;
        }
        boolean sign = text.charAt(from) == '.' || text.charAt(from) == ',';
        double fraction = sign ? Numbers.parse("0." + text.substring(from + 1), '.') : -1;
        return fraction >= 0 && fraction < 1 ? fraction : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Numbers each followed by h, m, s or a longer word for it, largest first. */
    private static double units(String text, char decimal) {
        double total = 0;
        double smallest = Double.MAX_VALUE;
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && !Character.isLetter(text.charAt(at))) {
                at++;
            }
            double value = Numbers.parse(text.substring(start, at), decimal);
            int unitStart = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            double unit = unit(text.substring(unitStart, at).toLowerCase(Locale.ROOT));
            if (!(value >= 0) || unit <= 0 || unit >= smallest) {
                return BAD;
            }
            smallest = unit;
            total += value * unit;
        }
        return smallest == Double.MAX_VALUE ? BAD : total;
    }

    private static double unit(String word) {
        return switch (word) {
            case "d", "day", "days" -> 86_400;
            case "h", "hr", "hrs", "hour", "hours", "std" -> 3600;
            case "m", "min", "mins", "minute", "minutes", "minuten" -> 60;
            case "s", "sec", "secs", "second", "seconds", "sek" -> 1;
            case "ms", "msec" -> 0.001;
            default -> 0;
        };
    }
}
