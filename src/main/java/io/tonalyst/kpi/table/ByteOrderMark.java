// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.util.Arrays;
import java.util.Optional;

/** The bytes some programs put before a text to tell its encoding. */
final class ByteOrderMark {
    private static final byte[] UTF_8 = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] LITTLE = {(byte) 0xff, (byte) 0xfe};
    private static final byte[] BIG = {(byte) 0xfe, (byte) 0xff};

    private ByteOrderMark() {}

    /** The mark of an encoding, empty where there is none. */
    static byte[] of(TextEncoding encoding) {
        return switch (encoding) {
            case UTF_8 -> UTF_8.clone();
            case UTF_16_LE -> LITTLE.clone();
            case UTF_16_BE -> BIG.clone();
            case WINDOWS_1252, LATIN_1 -> new byte[0];
        };
    }

    /** The encoding that the first bytes of a text tell. */
    static Optional<TextEncoding> in(byte[] start) {
        for (TextEncoding encoding : TextEncoding.values()) {
            byte[] mark = of(encoding);
            if (mark.length > 0 && startsWith(start, mark)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length
                && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
