// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.time.SampleRate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A WAV file with 16-bit samples that grows while it is recorded. Its header is brought up to date
 * once a second, so that what a crash or a power cut leaves is a good file that lacks the last
 * second. For one thread.
 */
public final class WavStream implements AutoCloseable {
    private static final int HEADER_BYTES = 44;
    private static final long MAX_DATA_BYTES = 0xFFFF_FFFFL - HEADER_BYTES;

    private final Path file;
    private final SampleRate sampleRate;
    private final int channels;
    private final FileChannel out;
    private final ByteBuffer header =
            ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long dataBytes;
    private long toldBytes;

    /**
     * Makes the file.
     *
     * @param file must not exist: a recording is not written over
     * @throws RecordingException with one sentence, if it exists or cannot be made
     */
    public WavStream(Path file, SampleRate sampleRate, int channels) throws RecordingException {
        this.file = file;
        this.sampleRate = sampleRate;
        this.channels = channels;
        try {
            out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new RecordingException(file + " exists already: name another file.", e);
        } catch (IOException e) {
            throw new RecordingException(
                    file
                            + " could not be written: check that the folder exists, may be written to and has room.",
                    e);
        }
        try {
            writeHeader();
        } catch (IOException e) {
            throw full(e);
        }
    }

    /**
     * Adds frames.
     *
     * @throws RecordingException with one sentence, if the disk is full or the file as long as a
     *     WAV file can be; what was written before is kept
     */
    public void write(short[] interleaved, int frames) throws RecordingException {
        int bytes = frames * channels * Short.BYTES;
        if (dataBytes + bytes > MAX_DATA_BYTES) {
            throw new RecordingException(
                    file.getFileName()
                            + " is as long as a WAV file can be (4 GiB): go on in another.");
        }
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.clear().limit(bytes);
        buffer.asShortBuffer().put(interleaved, 0, frames * channels);
        try {
            drain(buffer, HEADER_BYTES + dataBytes);
            dataBytes += bytes;
            if (dataBytes - toldBytes >= secondBytes()) {
                writeHeader();
            }
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** Frames written so far. */
    public long frames() {
        return dataBytes / ((long) channels * Short.BYTES);
    }

    private long secondBytes() {
        return (long) sampleRate.hertz() * channels * Short.BYTES;
    }

    private RecordingException full(IOException cause) {
        return new RecordingException(
                file + " could not be written on: check that its disk has room.", cause);
    }

    private void writeHeader() throws IOException {
        int frameBytes = channels * Short.BYTES;
        header.clear()
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) (HEADER_BYTES - 8 + dataBytes))
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) channels)
                .putInt(sampleRate.hertz())
                .putInt(sampleRate.hertz() * frameBytes)
                .putShort((short) frameBytes)
                .putShort((short) Short.SIZE)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) dataBytes)
                .flip();
        drain(header, 0);
        toldBytes = dataBytes;
    }

    private void drain(ByteBuffer bytes, long at) throws IOException {
        long place = at;
        while (bytes.hasRemaining()) {
            place += out.write(bytes, place);
        }
    }

    /**
     * Completes the file.
     *
     * @throws RecordingException with one sentence, if the end could not be written
     */
    @Override
    public void close() throws RecordingException {
        try (out) {
            writeHeader();
        } catch (IOException e) {
            throw full(e);
        }
    }
}
