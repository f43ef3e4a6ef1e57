// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import java.util.Locale;

/** Numbers as the Models page writes them, alike in charts, tables and read-outs. */
final class Format {
    private static final String NONE = "–";

    private Format() {}

    /** A share as percent with one decimal. */
    static String percent(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A share as whole percent. */
    static String wholePercent(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** A difference of shares in percentage points, with its sign. */
    static String points(double difference) {
        return Double.isNaN(difference)
                ? NONE
                : String.format(Locale.ROOT, "%+.1f", 100 * difference).replace('-', '−');
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Three decimals, for losses and calibration errors. */
    static String three(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.3f", value);
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    /** A rate such as 3.0e-04. */
    static String rate(double rate) {
        return String.format(Locale.ROOT, "%.1e", rate);
    }

    /** A length of time in the unit that suits it. */
    static String duration(double seconds) {
        if (seconds < 90) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        return seconds < 5400
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }

    /** Bytes in the unit that suits them. */
    static String bytes(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.2f MB", bytes / 1e6);
    }
}
