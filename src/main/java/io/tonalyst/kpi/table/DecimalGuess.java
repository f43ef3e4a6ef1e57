// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.util.List;
import java.util.regex.Pattern;

/** Tells whether numbers are written with a decimal point or a comma. */
final class DecimalGuess {
    private static final Pattern POINT =
            Pattern.compile("[-+]?\\d{1,3}(?:,\\d{3})+\\.\\d+|[-+]?\\d*\\.\\d+");
    private static final Pattern COMMA =
            Pattern.compile("[-+]?\\d{1,3}(?:\\.\\d{3})+,\\d+|[-+]?\\d*,\\d+");

    /** 1,234 and 1.234 tell nothing: the sign may stand between thousands. */
    private static final Pattern GROUPS = Pattern.compile("[-+]?\\d{1,3}[.,]\\d{3}");

    private DecimalGuess() {}

    /** The sign more numbers have; the point when none tells. */
    static char of(List<List<String>> rows) {
        long points = 0;
        long commas = 0;
        for (List<String> row : rows) {
            for (String field : row) {
                String text = field.strip();
                if (text.length() > 40 || GROUPS.matcher(text).matches()) {
                    continue;
                }
                points += POINT.matcher(text).matches() ? 1 : 0;
                commas += COMMA.matcher(text).matches() ? 1 : 0;
            }
        }
        return commas > points ? ',' : '.';
    }
}
