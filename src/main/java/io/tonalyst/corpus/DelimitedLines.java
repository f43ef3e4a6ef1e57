// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text table line by line: UTF-8, delimited by comma, semicolon or tab, fields in quotation
 * marks where they hold the delimiter. A row is a line; a field cannot contain a line end.
 */
final class DelimitedLines implements AutoCloseable {
    /** Characters of a line at most; longer ones are passed over and told as such. */
    static final int MAX_LINE = 64 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final BufferedReader reader;
    private final char delimiter;
    private final List<String> header;
    private long line;
    private boolean tooLong;

    private DelimitedLines(Path file, BufferedReader reader) throws IOException, CorpusException {
        this.file = file;
        this.reader = reader;
        String first = readLine();
        if (first == null || first.isBlank()) {
            throw new CorpusException(
                    file + " begins with an empty line; its first line must name the columns.");
        }
        if (tooLong || first.indexOf('\0') >= 0) {
            throw new CorpusException(file + " is not a text table; save it as CSV (UTF-8).");
        }
        String names = first.charAt(0) == BYTE_ORDER_MARK ? first.substring(1) : first;
        delimiter = delimiter(names);
        List<String> columns = split(names);
        if (columns == null) {
            throw new CorpusException(
                    "The column names of " + file + " have open quotation marks.");
        }
        header = columns;
    }

    /**
     * Opens a table and reads its first line.
     *
     * @throws CorpusException with one sentence, if it cannot be read or is no text
     */
    static DelimitedLines open(Path file) throws CorpusException {
        try {
            BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            try {
                return new DelimitedLines(file, reader);
            } catch (IOException | CorpusException e) {
                reader.close();
                throw e;
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static CorpusException failure(Path file, IOException e) {
        return e instanceof CharacterCodingException
                ? new CorpusException(file + " is not in UTF-8; save it as CSV (UTF-8) first.", e)
                : new CorpusException(file + " cannot be read.", e);
    }

    /** The column names as they stand in the first line. */
    List<String> header() {
        return header;
    }

    char delimiter() {
        return delimiter;
    }

    /** Number of the line last read, the first being 1. */
    long line() {
        return line;
    }

    /** A row of the table. */
    sealed interface Row {
        /** Its fields without quotation marks and without blanks at their ends. */
        record Fields(List<String> fields) implements Row {}

        /** One that cannot be split, for the reason given. */
        record Bad(String reason) implements Row {}
    }

    /**
     * The next row that is not blank, or null at the end.
     *
     * @throws CorpusException with one sentence, if the file cannot be read on
     */
    @Nullable Row next() throws CorpusException {
        try {
            String text = readLine();
            while (text != null && text.isBlank()) {
                text = readLine();
            }
            if (text == null) {
                return null;
            }
            if (tooLong) {
                return new Row.Bad("it is longer than " + MAX_LINE + " characters");
            }
            List<String> fields = split(text);
            return fields == null
                    ? new Row.Bad("a quotation mark is not closed or stands in the wrong place")
                    : new Row.Fields(fields);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** A line without its end; of one that is too long the beginning. */
    private @Nullable String readLine() throws IOException {
        line++;
        tooLong = false;
        var text = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n' && c != '\r') {
            if (text.length() < MAX_LINE) {
                text.append((char) c);
            } else {
                tooLong = true;
            }
            c = reader.read();
        }
        if (c == '\r') {
            reader.mark(1);
            if (reader.read() != '\n') {
                reader.reset();
            }
        }
        return text.toString();
    }

    private static char delimiter(String names) {
        long commas = count(names, ',');
        long semicolons = count(names, ';');
        long tabs = count(names, '\t');
        if (semicolons > commas && semicolons >= tabs) {
            return ';';
        }
        return tabs > commas ? '\t' : ',';
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }

    private @Nullable List<String> split(String text) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            if (at < text.length() && text.charAt(at) == '"') {
                var field = new StringBuilder();
                at = quoted(text, at + 1, field);
                if (at < 0 || (at < text.length() && text.charAt(at) != delimiter)) {
                    return null;
                }
                fields.add(field.toString().strip());
            } else {
                int end = text.indexOf(delimiter, at);
                end = end < 0 ? text.length() : end;
                fields.add(text.substring(at, end).strip());
                at = end;
            }
            if (at >= text.length()) {
                return fields;
            }
            at++;
        }
    }

    /** Position after the closing quotation mark, -1 if there is none. */
    private static int quoted(String text, int from, StringBuilder field) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append(c);
                at++;
            } else {
                return at;
            }
        }
        return -1;
    }

    @Override
    public void close() throws CorpusException {
        try {
            reader.close();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }
}
