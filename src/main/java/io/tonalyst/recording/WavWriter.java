// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.signal.Samples;
import io.tonalyst.time.FrameRange;
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
    public void write(Path file, Samples samples) throws RecordingException {
        write(file, samples, new FrameRange(0, samples.length()), Format.PCM_16);
    }

    /**
     * Writes all of a sound, replacing an existing file.
     *
     * @throws RecordingException as for {@link #write(Path, Samples, FrameRange, Format)}
     */
    public void write(Path file, Samples samples, Format format) throws RecordingException {
        write(file, samples, new FrameRange(0, samples.length()), format);
    }

    /**
     * Writes a part of a sound, replacing an existing file.
     *
     * @param range is clipped to what the sound holds
     * @throws RecordingException with one sentence, if the file cannot be written or would pass the
     *     4 GiB that the format allows
     * @throws java.util.concurrent.CancellationException if the sound is closed meanwhile
     */
    public void write(Path file, Samples samples, FrameRange range, Format format)
            throws RecordingException {
        long from = Math.min(range.start(), samples.length());
        long to = Math.min(range.end(), samples.length());
        long dataBytes = (to - from) * samples.channels() * format.bytes;
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
            WholeFile.write(file, part -> writeTo(part, samples, from, to, format, dataBytes));
        } catch (IOException e) {
            throw new RecordingException(
                    file
                            + " could not be written: check that the folder exists, may be written to and has room.",
                    e);
        }
    }

    private static void writeTo(
            Path part, Samples samples, long from, long to, Format format, long dataBytes)
            throws IOException {
        try (var out =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            drain(header(samples, format, dataBytes), out);
            int channels = samples.channels();
            ByteBuffer buffer =
                    ByteBuffer.allocate(BUFFER_FRAMES * channels * format.bytes)
                            .order(ByteOrder.LITTLE_ENDIAN);
            float[][] block = new float[channels][BUFFER_FRAMES];
            for (long start = from; start < to; start += BUFFER_FRAMES) {
                int count = (int) Math.min(to - start, BUFFER_FRAMES);
                for (int c = 0; c < channels; c++) {
                    samples.read(c, start, block[c], 0, count);
                }
                for (int i = 0; i < count; i++) {
                    for (int c = 0; c < channels; c++) {
                        format.put(buffer, block[c][i]);
                    }
                }
                drain(buffer, out);
            }
        }
    }

    private static ByteBuffer header(Samples samples, Format format, long dataBytes) {
        int rate = samples.sampleRate().hertz();
        int frameBytes = samples.channels() * format.bytes;
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) (HEADER_BYTES - 8 + dataBytes))
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) format.tag)
                .putShort((short) samples.channels())
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
