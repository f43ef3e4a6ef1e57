// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of a text from all over a file: its beginning and others at equal distances. Days and
 * months can often be told apart only by rows from the middle of a month.
 *
 * @param blocks in file order; the first is the beginning
 * @param whole whether the blocks are the whole file
 */
record SampledText(List<byte[]> blocks, boolean whole) {
    private static final int HEAD = 512 * 1024;
    private static final int BLOCK = 64 * 1024;
    private static final int BLOCKS = 24;

    /** Texts are seldom packed to less than a twelfth; gzip does not tell how long they were. */
    private static final int UNPACKED = 12;

    /** Takes the blocks of an input that stands at its beginning. */
    static SampledText of(TextInput input, InputStream text) throws IOException {
        long length = input.isGzip() ? UNPACKED * input.length() : input.length();
        long stride = Math.max(BLOCK, (length - HEAD) / BLOCKS);
        List<byte[]> blocks = new ArrayList<>();
        byte[] head = text.readNBytes(HEAD);
        blocks.add(head);
        boolean ended = head.length < HEAD;
        boolean gaps = false;
        while (!ended && blocks.size() <= BLOCKS) {
            long gap = stride - BLOCK;
            gaps |= gap > 0;
            byte[] block = skip(text, gap) ? text.readNBytes(BLOCK) : new byte[0];
            ended = block.length < BLOCK;
            if (block.length > 0) {
                blocks.add(block);
            }
        }
        return new SampledText(blocks, ended && !gaps);
    }

    private static boolean skip(InputStream in, long count) throws IOException {
        long left = count;
        while (left > 0) {
            long skipped = in.skip(left);
            if (skipped <= 0) {
                if (in.read() < 0) {
                    return false;
                }
                skipped = 1;
            }
            left -= skipped;
        }
        return true;
    }

    /** The beginning of the file. */
    byte[] head() {
        return blocks.getFirst();
    }

    /**
     * Only whole lines: the first block without its last line, the others without their first and
     * last.
     */
    List<byte[]> wholeLines() {
        List<byte[]> result = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            byte[] block = blocks.get(i);
            int from = i == 0 ? 0 : lineEnd(block, 0, 1);
            int to =
                    whole && i == blocks.size() - 1
                            ? block.length
                            : lineEnd(block, block.length - 1, -1);
            if (to > from) {
                var part = new ByteArrayOutputStream(to - from);
                part.write(block, from, to - from);
                result.add(part.toByteArray());
            }
        }
        return result.isEmpty() ? List.of(head()) : result;
    }

    /** The position after the first or last line end; 0 or the end when there is none. */
    private static int lineEnd(byte[] block, int start, int step) {
        for (int at = start; at >= 0 && at < block.length; at += step) {
            if (block[at] == '\n' || block[at] == '\r') {
                return at + 1;
            }
        }
        return step > 0 ? block.length : 0;
    }
}
