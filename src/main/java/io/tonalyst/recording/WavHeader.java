// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * How long a RIFF file that is cut off says that it is. FFmpeg does not tell: where the file ends
 * early it takes the length of what is there.
 */
final class WavHeader {
    private static final int CHUNK_HEADER = 8;
    private static final int MAX_CHUNKS = 1000;

    /** From here on lengths are placeholders of programs that wrote to a pipe. */
    private static final long PLACEHOLDER = 0x7FFF_0000L;

    private WavHeader() {}

    /** Seconds by the header's byte rate, if this is a RIFF file that ends before them. */
    static OptionalDouble promisedSeconds(Path path) {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            if (!id(file).equals("RIFF")) {
                return OptionalDouble.empty();
            }
            file.seek(CHUNK_HEADER + 4);
            long bytesPerSecond = 0;
            for (int i = 0; i < MAX_CHUNKS; i++) {
                String id = id(file);
                long length = little(file);
                long start = file.getFilePointer();
                if (id.equals("fmt ")) {
                    file.seek(start + CHUNK_HEADER);
                    bytesPerSecond = little(file);
                } else if (id.equals("data")) {
                    boolean whole = start + length <= file.length();
                    return whole || bytesPerSecond == 0 || length >= PLACEHOLDER
                            ? OptionalDouble.empty()
                            : OptionalDouble.of((double) length / bytesPerSecond);
                }
                // Chunks begin at even places.
                file.seek(start + length + (length & 1));
            }
        } catch (IOException endedEarly) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.empty();
    }

    private static String id(RandomAccessFile file) throws IOException {
        byte[] bytes = new byte[4];
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static long little(RandomAccessFile file) throws IOException {
        return Integer.toUnsignedLong(Integer.reverseBytes(file.readInt()));
    }
}
