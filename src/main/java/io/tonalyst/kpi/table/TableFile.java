// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A file opened as a table in a given dialect, its column names read. */
public final class TableFile implements AutoCloseable {
    private final TableRows rows;
    private final Closeable source;
    private final TableHeader header;

    private TableFile(TableRows rows, Closeable source, TableHeader header) {
        this.rows = rows;
        this.source = source;
        this.header = header;
    }

    /**
     * Opens a file that samples were taken of.
     *
     * @throws TableException if it cannot be read, or not as that dialect
     */
    public static TableFile open(TableSample sample) throws TableException {
        Closeable source = null;
        try {
            TableRows rows;
            Dialect dialect = sample.dialect();
            if (sample.isWorkbook()) {
                Workbook workbook = Workbook.open(sample.file());
                source = workbook;
                rows = workbook.rows(dialect.sheet());
            } else {
                TextInput input = TextInput.open(sample.file());
                source = input;
                rows = new DelimitedRows(input.text(dialect.encoding()), dialect, input::progress);
            }
            return new TableFile(rows, source, header(rows, sample));
        } catch (TableException e) {
            Closing.quietly(source, e);
            throw e;
        } catch (IOException e) {
            Closing.quietly(source, e);
            throw TableException.of(sample.file().toString(), e);
        }
    }

    /** Opens a file whose dialect is not known yet. */
    public static TableFile open(Path file) throws TableException {
        return open(TableSampler.sample(file, DialectHints.NONE));
    }

    private static TableHeader header(TableRows rows, TableSample sample)
            throws IOException, TableException {
        int headerRow = sample.dialect().headerRow();
        if (headerRow == 0) {
            return sample.header();
        }
        TableRows.Outcome outcome = rows.next();
        while (outcome != TableRows.Outcome.END && rows.row() < headerRow) {
            outcome = rows.next();
        }
        if (outcome != TableRows.Outcome.ROW) {
            throw new TableException(sample.file() + " has no readable line of column names.");
        }
        List<String> names = new ArrayList<>(DialectGuess.texts(rows));
        int missing = sample.isWorkbook() ? sample.columns().size() - names.size() : 0;
        names.addAll(Collections.nCopies(Math.max(0, missing), ""));
        return new TableHeader(TableHeader.distinct(names));
    }

    /** The rows below the header. */
    public TableRows rows() {
        return rows;
    }

    public TableHeader header() {
        return header;
    }

    @Override
    public void close() throws IOException {
        try (source) {
            rows.close();
        }
    }
}
