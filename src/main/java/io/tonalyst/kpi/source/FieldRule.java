// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import java.util.List;

/**
 * Where a field comes from and how it is read.
 *
 * @param column name of the column, compared without case, blanks and punctuation
 * @param style how dates or durations are written, by its key, or {@code number} for agents that
 *     must be whole numbers; empty to find it out
 * @param yes for marks the values that mean yes, all others meaning no; for the outcome those that
 *     mean resolved; empty for the words in common use, and for an outcome that does not tell
 * @param none values that stand for nothing, such as {@code 0} for an unknown customer
 * @param optional whether a file may lack the column
 */
public record FieldRule(
        String column, String style, List<String> yes, List<String> none, boolean optional) {
    public FieldRule {
        yes = List.copyOf(yes);
        none = List.copyOf(none);
    }

    /** A column whose style is to be found out. */
    public static FieldRule of(String column) {
        return new FieldRule(column, "", List.of(), List.of(), false);
    }

    public FieldRule withStyle(String changed) {
        return new FieldRule(column, changed, yes, none, optional);
    }

    public FieldRule withYes(List<String> values) {
        return new FieldRule(column, style, values, none, optional);
    }
}
