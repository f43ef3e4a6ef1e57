// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A UTF-16 text as bytes of UTF-8, so that the same splitter works on it. */
final class Utf16Stream extends InputStream {
    private final Reader text;
    private final char[] chars = new char[8192];
    private byte[] bytes = new byte[0];
    private int at;
    private @Nullable Character high;

    Utf16Stream(InputStream in, TextEncoding encoding) {
        this.text = new InputStreamReader(in, encoding.charset());
    }

    @Override
    public int read() throws IOException {
        return at < bytes.length || refill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == bytes.length && !refill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean refill() throws IOException {
        int kept = 0;
        if (high != null) {
            chars[kept++] = high;
            high = null;
        }
        int read = text.read(chars, kept, chars.length - kept);
        if (read < 0 && kept == 0) {
            return false;
        }
        int count = kept + Math.max(0, read);
        // A pair of surrogates must not be torn between two blocks.
        if (read > 0 && count > 1 && Character.isHighSurrogate(chars[count - 1])) {
            high = chars[--count];
        }
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars, 0, count));
        bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        at = 0;
        return bytes.length > 0;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
