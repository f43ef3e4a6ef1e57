// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream of delimited text (RFC 4180, with LF, CRLF or CR line ends) into rows without
 * allocating: after {@link #next} the fields are ranges of {@link #buffer}. A row is at most as
 * long as the buffer; an unclosed quotation mark costs one line, not the rest of the file.
 */
public final class DelimitedRows implements TableRows {
    /** A row has at most so many bytes. */
    public static final int MAX_ROW = 256 * 1024;

    /** A file with a line longer than this is no table; bounds what is passed over unseen. */
    static final long MAX_LINE = 256L << 20;

    /** Bytes kept of a row that cannot be split; a cell of a spreadsheet holds so many. */
    private static final int SHOWN = 32_767;

    /** A byte is never equal to this. */
    private static final int NO_BYTE = 256;

    private final InputStream in;
    private final byte[] buffer = new byte[MAX_ROW];
    private final int[] starts = new int[MAX_FIELDS];
    private final int[] ends = new int[MAX_FIELDS];
    private final byte delimiter;
    private final int quote;
    private final TextEncoding encoding;
    private final Progress readSoFar;
    private int position;
    private int limit;
    private boolean ended;
    private int fields;
    private long row;

    private long otherEncoding;
    private byte @Nullable [] unsplit;

    /** Tells how far a stream has been read. */
    @FunctionalInterface
    interface Progress {
        double get() throws IOException;
    }

    /**
     * @param in text in an encoding whose delimiters and line ends are single bytes; for UTF-16,
     *     the text as UTF-8
     */
    DelimitedRows(InputStream in, Dialect dialect, Progress progress) {
        this.in = in;
        this.delimiter = (byte) dialect.delimiter();
        this.quote = dialect.quote() == Dialect.NO_QUOTE ? NO_BYTE : dialect.quote();
        this.encoding = dialect.encoding().isByteWise() ? dialect.encoding() : TextEncoding.UTF_8;
        this.readSoFar = progress;
    }

    /** The bytes that {@link #start} and {@link #end} are positions in. */
    public byte[] buffer() {
        return buffer;
    }

    @Override
    public int fields() {
        return fields;
    }

    /** First byte of a field. */
    public int start(int field) {
        return starts[field];
    }

    /** The byte after the last of a field. */
    public int end(int field) {
        return ends[field];
    }

    @Override
    public long row() {
        return row;
    }

    /** The text of a field; of a row that cannot be split, its one field is its beginning. */
    @Override
    public String text(int field) {
        byte[] broken = unsplit;
        if (broken != null) {
            return encoding == TextEncoding.UTF_8
                    ? FieldText.utf8(broken, 0, broken.length)
                    : new String(broken, encoding.charset());
        }
        int from = starts[field];
        int to = ends[field];
        String text = new String(buffer, from, to - from, encoding.charset());
        if (encoding == TextEncoding.UTF_8 && FieldText.isBroken(text, buffer, from, to)) {
            otherEncoding++;
            text = FieldText.utf8(buffer, from, to);
        }
        boolean quoted = from > 0 && buffer[from - 1] == quote;
        if (!quoted) {
            return text;
        }
        String mark = String.valueOf((char) quote);
        return text.replace(mark + mark, mark);
    }

    @Override
    public double progress() throws IOException {
        return readSoFar.get();
    }

    @Override
    public String remark() {
        return otherEncoding == 0
                ? ""
                : "%,d fields are not UTF-8 and were read as Windows-1252."
                        .formatted(otherEncoding);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    @Override
    public Outcome next() throws IOException {
        unsplit = null;
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
        int mark = quote;
        int to = limit;
        int at = position;
        int count = 0;
        while (true) {
            int start = at;
            int stop;
            if (at < to && bytes[at] == mark) {
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
            byte stopper = bytes[at++];
            if (stopper == '\n') {
                return at;
            }
            if (stopper == '\r') {
                if (at == to && !ended) {
                    return MORE;
                }
                return at < to && bytes[at] == '\n' ? at + 1 : at;
            }
            if (stopper != delimiter) {
                return BAD;
            }
        }
    }

    private int closingQuote(int from) {
        int at = from;
        while (true) {
            while (at < limit && buffer[at] != quote) {
                at++;
            }
            if (at >= limit || (at + 1 == limit && !ended)) {
                return MORE;
            }
            if (at + 1 == limit || buffer[at + 1] != quote) {
                return at;
            }
            at += 2;
        }
    }

    /** Goes on after the first line end of a row that cannot be split. */
    private Outcome abandon(Outcome outcome) throws IOException {
        unsplit = beginning();
        fields = 1;
        long passed = 0;
        while (true) {
            int from = position;
            while (position < limit) {
                byte b = buffer[position++];
                if (b == '\n') {
                    return outcome;
                }
                if (b == '\r') {
                    skipLineFeed();
                    return outcome;
                }
            }
            passed += position - from;
            if (passed > MAX_LINE) {
                throw new IOException(
                        "its line %d is longer than %d MB, which no table has"
                                .formatted(row, MAX_LINE >> 20));
            }
            if (!fill()) {
                return outcome;
            }
        }
    }

    private byte[] beginning() {
        int stop = Math.min(limit, position + SHOWN);
        int end = position;
        while (end < stop && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        return Arrays.copyOfRange(buffer, position, end);
    }

    private void skipLineFeed() throws IOException {
        if (position == limit && !fill()) {
            return;
        }
        if (buffer[position] == '\n') {
            position++;
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
