// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import org.jspecify.annotations.Nullable;

/**
 * What someone has said of how a table is written; null is left to be found out.
 *
 * @param quote {@link Dialect#NO_QUOTE} for none
 * @param headerRow 0 for a table without column names
 */
public record DialectHints(
        @Nullable TextEncoding encoding,
        @Nullable Character delimiter,
        @Nullable Character quote,
        @Nullable Character decimal,
        @Nullable Integer headerRow,
        @Nullable Integer sheet) {
    /** Everything is to be found out. */
    public static final DialectHints NONE = new DialectHints(null, null, null, null, null, null);

    /** Everything is as in a dialect. */
    public static DialectHints of(Dialect dialect) {
        return new DialectHints(
                dialect.encoding(),
                dialect.delimiter(),
                dialect.quote(),
                dialect.decimal(),
                dialect.headerRow(),
                dialect.sheet());
    }
}
