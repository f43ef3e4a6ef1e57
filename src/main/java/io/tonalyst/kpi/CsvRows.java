// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits a stream of delimited text (RFC 4180, with LF, CRLF or CR line ends) into rows without
 * allocating: after {@link #next} the fields are ranges of {@link #buffer}. A row is at most as
 * long as the buffer; an unclosed quotation mark costs one line, not the rest of the file.
 */
final class CsvRows {
    /** How a row came out. */
    enum Outcome {
        ROW,
        BAD_QUOTES,
        TOO_LONG,
        END
    }

    static final int MAX_ROW = 256 * 1024;

    private static final int MAX_FIELDS = 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[MAX_ROW];
    private final int[] starts = new int[MAX_FIELDS];
    private final int[] ends = new int[MAX_FIELDS];
    private byte delimiter = ',';
    private int position;
    private int limit;
    private boolean ended;
    private int fields;
    private long row;

    CsvRows(InputStream in) {
        this.in = in;
    }

    void setDelimiter(char delimiter) {
        this.delimiter = (byte) delimiter;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Fields of the row; those past {@value #MAX_FIELDS} are not kept. */
    int fields() {
        return fields;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    /** The row last read, the first being 1; blank lines count. */
    long row() {
        return row;
    }

    String text(int field) {
        return new String(
                        buffer, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8)
                .replace("\"\"", "\"");
    }

    /** The first bytes of what is still to be read, at most {@code count}. */
    byte[] peek(int count) throws IOException {
        while (limit - position < count && fill()) {
            continue;
        }
        return Arrays.copyOfRange(buffer, position, Math.min(limit, position + count));
    }

    void skip(int count) {
        position += count;
    }

    /** Reads the next row that is not blank. */
    Outcome next() throws IOException {
        while (true) {
            row++;
            if (position == limit && !fill()) {
                return Outcome.END;
            }
            int end = scan();
            while (end == MORE) {
                if (!fill()) {
                    return ended ? abandon(Outcome.BAD_QUOTES) : abandon(Outcome.TOO_LONG);
                }
                end = scan();
            }
            if (end == BAD) {
                return abandon(Outcome.BAD_QUOTES);
            }
            position = end;
            if (fields > 1 || ends[0] > starts[0]) {
                return Outcome.ROW;
            }
        }
    }

    private static final int MORE = -1;
    private static final int BAD = -2;

    /**
     * Marks the fields from {@link #position}; the position after the row, or why there is none.
     */
    private int scan() {
        byte[] bytes = buffer;
        int to = limit;
        int at = position;
        int count = 0;
        while (true) {
            int start = at;
            int stop;
            if (at < to && bytes[at] == '"') {
                start = at + 1;
                at = closingQuote(start);
                if (at < 0) {
                    return at;
                }
                stop = at++;
            } else {
                while (at < to
                        && bytes[at] != delimiter
                        && bytes[at] != '\n'
                        && bytes[at] != '\r') {
                    at++;
                }
                stop = at;
            }
            if (at == to && !ended) {
                return MORE;
            }
            if (count < MAX_FIELDS) {
                starts[count] = start;
                ends[count] = stop;
                count++;
            }
            fields = count;
            if (at == to) {
                return at;
            }
            byte mark = bytes[at++];
            if (mark == '\n') {
                return at;
            }
            if (mark == '\r') {
                if (at == to && !ended) {
                    return MORE;
                }
                return at < to && bytes[at] == '\n' ? at + 1 : at;
            }
            if (mark != delimiter) {
                return BAD;
            }
        }
    }

    private int closingQuote(int from) {
        int at = from;
        while (true) {
            while (at < limit && buffer[at] != '"') {
                at++;
            }
            if (at >= limit || (at + 1 == limit && !ended)) {
                return MORE;
            }
            if (at + 1 == limit || buffer[at + 1] != '"') {
                return at;
            }
            at += 2;
        }
    }

    /** Goes on after the first line end of a row that cannot be split. */
    private Outcome abandon(Outcome outcome) throws IOException {
        fields = 0;
        while (true) {
            while (position < limit) {
                if (buffer[position++] == '\n') {
                    return outcome;
                }
            }
            if (!fill()) {
                return outcome;
            }
        }
    }

    /** Moves the unread bytes to the front and reads more; false when nothing could be added. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        if (limit == buffer.length) {
            return false;
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            ended = true;
            return limit > 0;
        }
        limit += read;
        return true;
    }
}
