// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;

/** Unpacks a part of an archive, but not one that unpacks to what no workbook does. */
final class BoundedStream extends FilterInputStream {
    /** Up to here a part may be packed as well as can be. */
    private static final long HARMLESS = 64L << 20;

    /** Sheets of real logs are packed to a tenth to a fortieth. */
    private static final long MAX_RATIO = 300;

    private final long limit;
    private final long size;
    private long read;

    /**
     * @param limit so many bytes at most
     */
    BoundedStream(InputStream in, ZipEntry entry, long limit) {
        super(in);
        long packed = Math.max(1, entry.getCompressedSize());
        this.limit = Math.min(limit, Math.max(HARMLESS, MAX_RATIO * packed));
        this.size = entry.getSize();
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) throws IOException {
        read += bytes;
        if (read > limit) {
            throw new IOException(
                    "a part of the workbook unpacks to more than %d MB, which is more than is read"
                            .formatted(limit >> 20));
        }
    }

    /** Share unpacked so far, 0 to 1; 0 where the length is not known. */
    double progress() {
        return size <= 0 ? 0 : Math.min(1, (double) read / size);
    }
}
