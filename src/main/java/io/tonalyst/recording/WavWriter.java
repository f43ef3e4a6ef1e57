// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.signal.Signal;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes signals as RIFF WAVE files. The file appears under its name only once it is complete, so
 * that a failure leaves an older one of that name as it was.
 */
public final class WavWriter {
    private static final int HEADER_BYTES = 44;
    private static final int BUFFER_FRAMES = 8192;

    /** How samples are stored. */
    public enum Format {
        /** 16-bit integers; values beyond full scale are clipped. */
        PCM_16(2, 1),
        /** 32-bit floats, unchanged. */
        FLOAT_32(4, 3);

        private final int bytes;
        private final int tag;

        Format(int bytes, int tag) {
            this.bytes = bytes;
            this.tag = tag;
        }

        private void put(ByteBuffer out, float sample) {
            switch (this) {
                case PCM_16 ->
                        out.putShort(
                                (short) Math.clamp(Math.round(sample * 32768f), -32768, 32767));
                case FLOAT_32 -> out.putFloat(sample);
            }
        }
    }

    /**
     * Writes 16-bit PCM.
     *
     * @throws RecordingException with one sentence, if the file cannot be written
     */
    public void write(Path file, Signal signal) throws RecordingException {
        write(file, signal, Format.PCM_16);
    }

    /**
     * Writes a signal, replacing an existing file.
     *
     * @throws RecordingException with one sentence, if the file cannot be written or would pass the
     *     4 GiB that the format allows
     */
    public void write(Path file, Signal signal, Format format) throws RecordingException {
        long dataBytes = (long) signal.frames() * signal.channels() * format.bytes;
        if (dataBytes > 0xFFFF_FFFFL - HEADER_BYTES) {
            throw new RecordingException(
                    file.getFileName()
                            + " would be longer than a WAV file can be (4 GiB): write a part of it.");
        }
        if (Files.isDirectory(file)) {
            throw new RecordingException(
                    file + " is a folder: give the name of a file to write the sound to.");
        }
        try {
            WholeFile.write(file, part -> writeTo(part, signal, format, dataBytes));
        } catch (IOException e) {
            throw new RecordingException(
                    file
                            + " could not be written: check that the folder exists, may be written to and has room.",
                    e);
        }
    }

    private static void writeTo(Path part, Signal signal, Format format, long dataBytes)
            throws IOException {
        try (var out =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            drain(header(signal, format, dataBytes), out);
            ByteBuffer buffer =
                    ByteBuffer.allocate(BUFFER_FRAMES * signal.channels() * format.bytes)
                            .order(ByteOrder.LITTLE_ENDIAN);
            for (int start = 0; start < signal.frames(); start += BUFFER_FRAMES) {
                int end = Math.min(signal.frames(), start + BUFFER_FRAMES);
                for (int i = start; i < end; i++) {
                    for (int c = 0; c < signal.channels(); c++) {
                        format.put(buffer, signal.channel(c)[i]);
                    }
                }
                drain(buffer, out);
            }
        }
    }

    private static ByteBuffer header(Signal signal, Format format, long dataBytes) {
        int rate = signal.sampleRate().hertz();
        int frameBytes = signal.channels() * format.bytes;
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) (HEADER_BYTES - 8 + dataBytes))
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) format.tag)
                .putShort((short) signal.channels())
                .putInt(rate)
                .putInt(rate * frameBytes)
                .putShort((short) frameBytes)
                .putShort((short) (8 * format.bytes))
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) dataBytes);
    }

    private static void drain(ByteBuffer buffer, FileChannel out) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
        buffer.clear();
    }
}
