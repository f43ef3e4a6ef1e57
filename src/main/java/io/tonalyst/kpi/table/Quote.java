// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

/** Text of a file as it can stand in a sentence. */
public final class Quote {
    private Quote() {}

    /** The text without control characters, cut after {@code length} characters. */
    public static String of(String text, int length) {
        String visible = text.replaceAll("[\\p{Cntrl}\\uFFFD]+", "?");
        return visible.length() <= length ? visible : visible.substring(0, length) + "...";
    }
}
