// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.RejectedRows;
import io.tonalyst.kpi.RowProblem;
import io.tonalyst.kpi.table.TableRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes the rows that were left out as CSV in UTF-8: number of the row, kind of the problem, a
 * sentence on it, then the row's own fields under the names of their columns.
 */
public final class ProblemsFile implements RejectedRows, AutoCloseable {
    private final Writer out;

    private ProblemsFile(Writer out) {
        this.out = out;
    }

    /**
     * Makes the file.
     *
     * @param columns names of the log's columns
     */
    public static ProblemsFile create(Path file, List<String> columns) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(file);
        var problems = new ProblemsFile(out);
        out.write("row,problem,reason");
        for (String column : columns) {
            out.write(',');
            problems.field(column);
        }
        out.write('\n');
        return problems;
    }

    @Override
    public void add(RowProblem problem, TableRow row) throws IOException {
        out.write(Long.toString(problem.row()));
        out.write(',');
        out.write(problem.kind().name().toLowerCase(Locale.ROOT));
        out.write(',');
        field(problem.sentence());
        for (int i = 0; i < row.fields(); i++) {
            out.write(',');
            field(row.text(i));
        }
        out.write('\n');
    }

    private void field(String text) throws IOException {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        if (plain) {
            out.write(text);
        } else {
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
