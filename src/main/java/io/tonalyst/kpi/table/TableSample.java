// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.nio.file.Path;
import java.util.List;

/**
 * Rows of a file from all over it, with what they tell of how it is written.
 *
 * @param file where they are from
 * @param dialect how the file is written, as far as the rows tell
 * @param columns names of the columns, all different
 * @param head the first rows below the header, for looking at; fields as they stand
 * @param rows rows spread over the file, the head among them; all have a field for every column
 * @param sheets names of the sheets of a workbook; empty for a text
 * @param remarks sentences on what could not be told for sure
 */
public record TableSample(
        Path file,
        Dialect dialect,
        List<String> columns,
        List<List<String>> head,
        List<List<String>> rows,
        List<String> sheets,
        List<String> remarks) {
    public TableSample {
        columns = List.copyOf(columns);
        head = List.copyOf(head);
        rows = List.copyOf(rows);
        sheets = List.copyOf(sheets);
        remarks = List.copyOf(remarks);
    }

    /** Whether the file is a workbook and not a text. */
    public boolean isWorkbook() {
        return !sheets.isEmpty();
    }

    /** The columns, for looking them up. */
    public TableHeader header() {
        return new TableHeader(columns);
    }

    /** The texts of a column that are not blank, in the order of the file. */
    public List<String> values(int column) {
        return rows.stream()
                .map(row -> row.get(column).strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
