// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.signal.Samples;
import io.tonalyst.time.SampleRate;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sound in a file, outside of the heap. It is cut into parts of 2^20 samples; a full part is
 * written, then mapped into memory, and the last one lies in the heap while it is filled. A part
 * whose samples are all 16-bit numbers takes two bytes a sample, any other four; nothing is
 * rounded. One thread adds; any number may read meanwhile.
 */
final class StoredSamples implements Samples {
    private static final Logger LOG = LoggerFactory.getLogger(StoredSamples.class);
    private static final int PART_SAMPLES = 1 << 20;
    private static final float UNIT = 1 / 32768f;

    /** Samples copied at once, so that they stay near the processor until they are converted. */
    private static final int AT_ONCE = 1024;

    /**
     * @param segment the channels one behind the other
     * @param frames samples of each channel
     */
    private record Part(MemorySegment segment, int frames, boolean is16Bit) {}

    private final SampleStore store;
    private final Path recording;
    private final SampleRate rate;
    private final int channels;
    private final int partFrames;
    private final Arena arena = Arena.ofShared();
    private @Nullable FileChannel file;
    private @Nullable ByteBuffer buffer;
    private @Nullable Part[] parts = new Part[4];
    private volatile int partCount;
    private volatile float[][] last;
    private volatile long length;

    StoredSamples(SampleStore store, Path recording, SampleRate rate, int channels) {
        this.store = store;
        this.recording = recording;
        this.rate = rate;
        this.channels = channels;
        this.partFrames = Integer.highestOneBit(Math.max(1, PART_SAMPLES / channels));
        this.last = new float[channels][partFrames];
    }

    @Override
    public SampleRate sampleRate() {
        return rate;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public long length() {
        return length;
    }

    /**
     * Adds frames.
     *
     * @param planes one array a channel
     * @param count frames to take from the start of each
     * @throws RecordingException with one sentence, if there is no room for them
     * @throws CancellationException once it is closed
     */
    void add(float[][] planes, int count) throws RecordingException {
        if (!arena.scope().isAlive()) {
            throw new CancellationException(recording + " is closed");
        }
        for (int done = 0; done < count; ) {
            int place = (int) (length % partFrames);
            int some = Math.min(count - done, partFrames - place);
            for (int c = 0; c < channels; c++) {
                System.arraycopy(planes[c], done, last[c], place, some);
            }
            long grown = length + some;
            length = grown;
            done += some;
            if (place + some == partFrames) {
                store(partFrames);
            }
        }
    }

    /** To be called after the last {@link #add}: frees what only growing needs. */
    void finish() throws RecordingException {
        int rest = (int) (length % partFrames);
        if (rest > 0) {
            store(rest);
        }
        last = new float[channels][0];
        buffer = null;
    }

    private void store(int frames) throws RecordingException {
        boolean is16Bit = is16Bit(frames);
        long bytes = (long) frames * channels * (is16Bit ? Short.BYTES : Float.BYTES);
        FileChannel out = file;
        if (out == null) {
            out = store.create(recording);
            file = out;
        }
        store.require(recording, bytes);
        try {
            long start = out.position();
            write(out, frames, is16Bit);
            MemorySegment segment = out.map(MapMode.READ_ONLY, start, bytes, arena);
            int number = partCount;
            if (number == parts.length) {
                parts = Arrays.copyOf(parts, 2 * number);
            }
            parts[number] = new Part(segment, frames, is16Bit);
            // Published before "last" is filled anew: see read.
            partCount = number + 1;
        } catch (IOException e) {
            throw store.broken(recording, e);
        }
    }

    private boolean is16Bit(int frames) {
        for (float[] channel : last) {
            for (int i = 0; i < frames; i++) {
                float x = channel[i];
                if (((short) (x * 32768)) * UNIT != x) {
                    return false;
                }
            }
        }
        return true;
    }

    private void write(FileChannel out, int frames, boolean is16Bit) throws IOException {
        ByteBuffer bytes = buffer;
        if (bytes == null) {
            bytes = ByteBuffer.allocateDirect(1 << 18).order(ByteOrder.nativeOrder());
            buffer = bytes;
        }
        int most = bytes.capacity() / (is16Bit ? Short.BYTES : Float.BYTES);
        short[] shorts = new short[is16Bit ? most : 0];
        for (float[] channel : last) {
            for (int from = 0; from < frames; from += most) {
                int count = Math.min(most, frames - from);
                bytes.clear();
                if (is16Bit) {
                    for (int i = 0; i < count; i++) {
                        shorts[i] = (short) (channel[from + i] * 32768);
                    }
                    bytes.asShortBuffer().put(shorts, 0, count);
                } else {
                    bytes.asFloatBuffer().put(channel, from, count);
                }
                bytes.limit(count * (is16Bit ? Short.BYTES : Float.BYTES));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
        }
    }

    @Override
    public void read(int channel, long frame, float[] into, int offset, int count) {
        long known = length;
        int before = Math.clamp(-frame, 0, count);
        int inside = Math.clamp(known - frame - before, 0, count - before);
        Arrays.fill(into, offset, offset + before, 0);
        Arrays.fill(into, offset + before + inside, offset + count, 0);
        int at = offset + before;
        long next = frame + before;
        try {
            while (at < offset + before + inside) {
                int place = (int) (next % partFrames);
                int some = Math.min(offset + before + inside - at, partFrames - place);
                copy(channel, (int) (next / partFrames), place, into, at, some);
                at += some;
                next += some;
            }
        } catch (IllegalStateException closed) {
            throw new CancellationException(recording + " is closed");
        }
    }

    private void copy(int channel, int number, int place, float[] into, int at, int count) {
        if (number >= partCount) {
            float[][] growing = last;
            if (place + count <= growing[channel].length) {
                System.arraycopy(growing[channel], place, into, at, count);
                // Where the part has been stored meanwhile, its place may hold the next one.
                VarHandle.loadLoadFence();
            }
            if (number >= partCount) {
                return;
            }
        }
        Part part = parts[number];
        if (part == null) {
            throw new IllegalStateException("A part is missing");
        }
        long first = (long) channel * part.frames + place;
        if (part.is16Bit) {
            short[] some = new short[Math.min(count, AT_ONCE)];
            for (int done = 0; done < count; done += some.length) {
                int now = Math.min(some.length, count - done);
                long from = (first + done) * Short.BYTES;
                MemorySegment.copy(part.segment, ValueLayout.JAVA_SHORT, from, some, 0, now);
                for (int i = 0; i < now; i++) {
                    into[at + done + i] = some[i] * UNIT;
                }
            }
        } else {
            MemorySegment.copy(
                    part.segment, ValueLayout.JAVA_FLOAT, first * Float.BYTES, into, at, count);
        }
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
        FileChannel open = file;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.warn("The sound of {} could not be given back", recording, e);
            }
        }
    }
}
