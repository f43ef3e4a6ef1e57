// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** The bytes of a text file, unpacked if it is gzipped, without its byte order mark. */
final class TextInput implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final long length;
    private final boolean gzip;
    private final InputStream in;

    private TextInput(FileChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
        this.gzip = isGzip(channel);
        InputStream raw = Channels.newInputStream(channel);
        this.in = new BufferedInputStream(gzip ? new GZIPInputStream(raw, BUFFER) : raw, BUFFER);
    }

    /**
     * Opens a file.
     *
     * @throws TableException if it is a folder
     */
    static TextInput open(Path path) throws IOException, TableException {
        if (Files.isDirectory(path)) {
            throw new TableException(path + " is a folder; name the file in it.");
        }
        FileChannel channel = FileChannel.open(path);
        try {
            return new TextInput(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isGzip(FileChannel channel) throws IOException {
        var magic = ByteBuffer.allocate(2);
        channel.read(magic, 0);
        return magic.get(0) == (byte) 0x1f && magic.get(1) == (byte) 0x8b;
    }

    /** The bytes as they are, but unpacked. */
    InputStream bytes() {
        return in;
    }

    /** The text without byte order mark: as it is, or as UTF-8 when it is UTF-16. */
    InputStream text(TextEncoding encoding) throws IOException {
        byte[] mark = ByteOrderMark.of(encoding);
        in.mark(mark.length);
        byte[] start = in.readNBytes(mark.length);
        if (!Arrays.equals(start, mark)) {
            in.reset();
        }
        return encoding.isByteWise() ? in : new Utf16Stream(in, encoding);
    }

    /** The file's length on disk, in bytes. */
    long length() {
        return length;
    }

    boolean isGzip() {
        return gzip;
    }

    /** Share of the file read so far, 0 to 1. */
    double progress() throws IOException {
        return length == 0 ? 1 : Math.min(1, (double) channel.position() / length);
    }

    @Override
    public void close() throws IOException {
        in.close();
        channel.close();
    }
}
