// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes of a field as text. */
public final class FieldText {
    private static final char REPLACEMENT = '\uFFFD';

    private FieldText() {}

    /**
     * The text of bytes meant as UTF-8; when they are not, they are taken for Windows-1252, as logs
     * that were put together from several systems mix the two.
     */
    public static String utf8(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return isBroken(text, bytes, from, to)
                ? new String(bytes, from, to - from, TextEncoding.WINDOWS_1252.charset())
                : text;
    }

    /** Whether {@code text} lost something when the bytes were read as UTF-8. */
    static boolean isBroken(String text, byte[] bytes, int from, int to) {
        return text.indexOf(REPLACEMENT) >= 0 && !isValid(bytes, from, to, StandardCharsets.UTF_8);
    }

    /** Whether bytes are text in an encoding, from the first to the last. */
    static boolean isValid(byte[] bytes, int from, int to, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
