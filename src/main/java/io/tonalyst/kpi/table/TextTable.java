// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A delimited text file with the column names in its first row, plain or gzip, opened without any
 * samples taken: UTF-8, the delimiter is that of the first line.
 */
public final class TextTable implements AutoCloseable {
    private final String name;
    private final TextInput input;
    private final DelimitedRows rows;
    private final TableHeader header;

    private TextTable(String name, TextInput input) throws IOException, TableException {
        this.name = name;
        this.input = input;
        InputStream in = input.text(TextEncoding.UTF_8);
        in.mark(START);
        byte[] start = in.readNBytes(START);
        in.reset();
        check(start);
        this.rows =
                new DelimitedRows(
                        in, Dialect.PLAIN.withDelimiter(delimiter(start)), input::progress);
        this.header = readHeader();
    }

    private static final int START = 4096;

    /**
     * Opens a file and reads its header.
     *
     * @throws TableException if there is no such file, it cannot be read, or is no text
     */
    public static TextTable open(Path path) throws TableException {
        TextInput input = null;
        try {
            input = TextInput.open(path);
            return new TextTable(path.toString(), input);
        } catch (TableException e) {
            Closing.quietly(input, e);
            throw e;
        } catch (IOException e) {
            Closing.quietly(input, e);
            throw TableException.of(path.toString(), e);
        }
    }

    private void check(byte[] start) throws TableException {
        if (start.length == 0) {
            throw new TableException(name + " is empty.");
        }
        for (byte b : start) {
            if (b == 0) {
                throw new TableException(
                        name + " is not a text file in UTF-8; save it as CSV (UTF-8) first.");
            }
        }
    }

    private TableHeader readHeader() throws IOException, TableException {
        if (rows.next() != TableRows.Outcome.ROW) {
            throw new TableException(name + " has no readable line of column names.");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rows.fields(); i++) {
            names.add(rows.text(i).strip());
        }
        return new TableHeader(names);
    }

    /** The one of comma, semicolon and tab that is most frequent in the first line. */
    private static char delimiter(byte[] start) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        for (byte b : start) {
            if (b == '\n') {
                break;
            }
            commas += b == ',' ? 1 : 0;
            semicolons += b == ';' ? 1 : 0;
            tabs += b == '\t' ? 1 : 0;
        }
        if (semicolons > commas && semicolons >= tabs) {
            return ';';
        }
        return tabs > commas ? '\t' : ',';
    }

    /** The file as it was named. */
    public String name() {
        return name;
    }

    /** The rows below the header. */
    public DelimitedRows rows() {
        return rows;
    }

    public TableHeader header() {
        return header;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
