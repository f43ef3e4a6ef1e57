// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.util.List;
import java.util.regex.Pattern;

/** Tells in which row the column names stand. */
final class HeaderGuess {
    /** Numbers, dates, times and durations, with whatever stands between their digits. */
    private static final Pattern VALUE =
            Pattern.compile("[-+]?\\(?\\d[\\d\\s.,:/'+-]*(?:[AaPp]\\.?[Mm]\\.?|%|Z)?\\)?");

    private static final int SEARCHED = 50;

    private HeaderGuess() {}

    /** A row with its number in the file. */
    record Numbered(long row, List<String> fields) {}

    /**
     * The number of the first row that is as wide as the table and mostly filled, as titles are
     * not, if none of its fields looks like a value; 0 when the first such row is already one of
     * values.
     */
    static int row(List<Numbered> rows, int width) {
        for (Numbered row : rows.subList(0, Math.min(SEARCHED, rows.size()))) {
            long filled = row.fields.stream().filter(text -> !text.isBlank()).count();
            if (row.fields.size() == width && 2 * filled > width) {
                boolean names = row.fields.stream().noneMatch(HeaderGuess::isValue);
                return names ? (int) row.row : 0;
            }
        }
        return rows.isEmpty() ? 0 : 1;
    }

    private static boolean isValue(String text) {
        return VALUE.matcher(text.strip()).matches();
    }
}
