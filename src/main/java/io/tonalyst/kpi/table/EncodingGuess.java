// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tells the encoding of a text by its bytes. */
final class EncodingGuess {
    private static final double FEW_ZEROS = 0.002;

    private EncodingGuess() {}

    /**
     * UTF-16 by its mark or by its many zero bytes; else UTF-8 if all bytes can be that; else
     * Windows-1252 if bytes occur that only it has, or Latin-1.
     *
     * @return nothing for bytes that are no text
     */
    static Optional<TextEncoding> of(List<byte[]> blocks) {
        byte[] head = blocks.getFirst();
        Optional<TextEncoding> marked = ByteOrderMark.in(head);
        if (marked.isPresent()) {
            return marked;
        }
        if (zeros(blocks) > FEW_ZEROS) {
            return utf16(head);
        }
        if (blocks.stream().allMatch(EncodingGuess::isUtf8)) {
            return Optional.of(TextEncoding.UTF_8);
        }
        // Whole fields in UTF-8 beside others that are not: read field by field.
        if (blocks.stream().anyMatch(EncodingGuess::hasUtf8Letters)) {
            return Optional.of(TextEncoding.UTF_8);
        }
        boolean windows = blocks.stream().anyMatch(EncodingGuess::hasWindowsBytes);
        return Optional.of(windows ? TextEncoding.WINDOWS_1252 : TextEncoding.LATIN_1);
    }

    /** The share of zero bytes, which texts have none of unless something went wrong in them. */
    private static double zeros(List<byte[]> blocks) {
        long zeros = 0;
        long bytes = 0;
        for (byte[] block : blocks) {
            bytes += block.length;
            for (byte b : block) {
                zeros += b == 0 ? 1 : 0;
            }
        }
        return bytes == 0 ? 0 : (double) zeros / bytes;
    }

    /** In UTF-16, a text of mostly western characters has a zero in almost every pair of bytes. */
    private static Optional<TextEncoding> utf16(byte[] head) {
        int pairs = Math.min(head.length, 4096) / 2;
        int first = 0;
        int second = 0;
        for (int i = 0; i < pairs; i++) {
            first += head[2 * i] == 0 ? 1 : 0;
            second += head[2 * i + 1] == 0 ? 1 : 0;
        }
        if (second > 0.7 * pairs && first < 0.1 * pairs) {
            return Optional.of(TextEncoding.UTF_16_LE);
        }
        return first > 0.7 * pairs && second < 0.1 * pairs
                ? Optional.of(TextEncoding.UTF_16_BE)
                : Optional.empty();
    }

    /** Whether a block is UTF-8 but for characters torn at its edges. */
    private static boolean isUtf8(byte[] block) {
        int from = 0;
        while (from < Math.min(3, block.length) && isInner(block[from])) {
            from++;
        }
        int to = block.length;
        for (int back = 1; back <= Math.min(3, block.length - from); back++) {
            byte b = block[block.length - back];
            if (!isInner(b)) {
                to = (b & 0x80) == 0 ? to : block.length - back;
                break;
            }
        }
        // A whole character at the end is cut off with it, which does no harm.
        return FieldText.isValid(block, from, to, StandardCharsets.UTF_8);
    }

    private static boolean isInner(byte b) {
        return (b & 0xc0) == 0x80;
    }

    /** Whether several characters of two bytes occur as UTF-8 has them. */
    private static boolean hasUtf8Letters(byte[] block) {
        int letters = 0;
        int others = 0;
        for (int i = 0; i < block.length; i++) {
            if ((block[i] & 0x80) != 0) {
                boolean pair =
                        (block[i] & 0xe0) == 0xc0 && i + 1 < block.length && isInner(block[i + 1]);
                letters += pair ? 1 : 0;
                others += pair ? 0 : 1;
                i += pair ? 1 : 0;
            }
        }
        return letters > others;
    }

    /** Whether bytes occur that are characters in Windows-1252 and none in Latin-1. */
    private static boolean hasWindowsBytes(byte[] block) {
        byte[] copy = block.clone();
        Arrays.sort(copy);
        int at = Arrays.binarySearch(copy, (byte) 0x80);
        int first = at < 0 ? -at - 1 : at;
        return first < copy.length && copy[first] < (byte) 0xa0;
    }
}
