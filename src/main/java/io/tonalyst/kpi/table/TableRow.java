// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

/** One row of a table as text; valid until the next row is read. */
public interface TableRow {
    /** Number of the row as a spreadsheet counts, the first being 1. */
    long row();

    /** How many fields the row has; fields past {@value TableRows#MAX_FIELDS} are not kept. */
    int fields();

    /**
     * The text of a field, without the quotation marks around it.
     *
     * @param field 0 to {@link #fields} - 1
     */
    String text(int field);
}
