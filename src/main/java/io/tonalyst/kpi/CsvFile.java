// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A delimited text file, plain or gzip, opened and with its header read. */
final class CsvFile implements AutoCloseable {
    private static final int GZIP_BUFFER = 1 << 16;

    private final String name;
    private final FileChannel channel;
    private final long length;
    private final CsvRows rows;
    private final CallLogHeader header;

    private CsvFile(String name, FileChannel channel) throws IOException, CallLogException {
        this.name = name;
        this.channel = channel;
        this.length = channel.size();
        this.rows = new CsvRows(plain(channel));
        this.header = readHeader();
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws CallLogException if there is no such file, it cannot be read, or is no text
     */
    static CsvFile open(Path path) throws CallLogException {
        FileChannel channel = null;
        try {
            if (Files.isDirectory(path)) {
                throw new CallLogException(path + " is a folder; name the file in it.");
            }
            channel = FileChannel.open(path);
            return new CsvFile(path.toString(), channel);
        } catch (CallLogException e) {
            closeQuietly(channel, e);
            throw e;
        } catch (IOException e) {
            closeQuietly(channel, e);
            throw failure(path.toString(), e);
        }
    }

    static CallLogException failure(String name, IOException e) {
        return switch (e) {
            case NoSuchFileException missing ->
                    new CallLogException("There is no file " + name + ".", missing);
            case AccessDeniedException denied ->
                    new CallLogException(name + " may not be read.", denied);
            default ->
                    new CallLogException(
                            "%s could not be read to its end: %s.".formatted(name, e.getMessage()),
                            e);
        };
    }

    private static void closeQuietly(@Nullable FileChannel channel, Exception cause) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private static InputStream plain(FileChannel channel) throws IOException {
        InputStream in = Channels.newInputStream(channel);
        var magic = ByteBuffer.allocate(2);
        channel.read(magic, 0);
        boolean gzip = magic.get(0) == (byte) 0x1f && magic.get(1) == (byte) 0x8b;
        return gzip ? new GZIPInputStream(in, GZIP_BUFFER) : in;
    }

    private CallLogHeader readHeader() throws IOException, CallLogException {
        byte[] start = rows.peek(4096);
        if (start.length == 0) {
            throw new CallLogException(name + " is empty.");
        }
        if (start.length >= 3
                && start[0] == (byte) 0xef
                && start[1] == (byte) 0xbb
                && start[2] == (byte) 0xbf) {
            rows.skip(3);
        }
        for (byte b : start) {
            if (b == 0) {
                throw new CallLogException(
                        name + " is not a text file in UTF-8; save it as CSV (UTF-8) first.");
            }
        }
        rows.setDelimiter(delimiter(start));
        if (rows.next() != CsvRows.Outcome.ROW) {
            throw new CallLogException(name + " has no readable line of column names.");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rows.fields(); i++) {
            names.add(rows.text(i).strip());
        }
        return new CallLogHeader(names);
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

    String name() {
        return name;
    }

    CsvRows rows() {
        return rows;
    }

    CallLogHeader header() {
        return header;
    }

    /** Share of the file read so far, 0 to 1. */
    double progress() throws IOException {
        return length == 0 ? 1 : Math.min(1, (double) channel.position() / length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
