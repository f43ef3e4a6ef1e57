// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import java.util.Locale;

/** Times as people read them: minutes and seconds, hours only where there are any. */
final class TimeText {
    private TimeText() {}

    /**
     * Such as {@code 1:05.250}.
     *
     * @param decimals of the seconds, 0 to 6
     */
    static String of(double seconds, int decimals) {
        long unit = Math.round(Math.pow(10, decimals));
        long units = Math.round(Math.max(0, seconds) * unit);
        long whole = units / unit;
        var text = new StringBuilder();
        if (whole >= 3600) {
            text.append(String.format(Locale.ROOT, "%d:%02d", whole / 3600, whole / 60 % 60));
        } else {
            text.append(whole / 60);
        }
        text.append(String.format(Locale.ROOT, ":%02d", whole % 60));
        if (decimals > 0) {
            text.append('.')
                    .append(String.format(Locale.ROOT, "%0" + decimals + "d", units % unit));
        }
        return text.toString();
    }

    /** A level with a true minus sign, such as {@code −23.5}. */
    static String decibels(double db, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", db).replace('-', '−');
    }

    /** For file names, such as {@code 65.250s}. */
    static String forFile(double seconds) {
        return String.format(Locale.ROOT, "%.3fs", seconds);
    }
}
