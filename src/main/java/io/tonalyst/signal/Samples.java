// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import io.tonalyst.time.FrameRange;
import io.tonalyst.time.SampleRate;
import java.util.concurrent.CancellationException;

/**
 * Sound of any length, read piece by piece into the reader's own arrays, so that an hour needs no
 * more memory than a second. Full scale is -1 to 1, every sample is finite. It may still be growing
 * at its end while a file is decoded. Safe between threads.
 */
public interface Samples extends AutoCloseable {
    SampleRate sampleRate();

    int channels();

    /** Frames, that is samples a channel, that are there by now. */
    long length();

    /** Seconds that are there by now. */
    default double seconds() {
        return sampleRate().seconds(length());
    }

    /**
     * Copies samples of one channel; before the beginning and after the end there are zeros.
     * Allocates and locks nothing.
     *
     * @param frame first frame, may lie outside the sound
     * @param into receives {@code count} samples from index {@code offset} on
     * @throws CancellationException once the sound is closed
     */
    void read(int channel, long frame, float[] into, int offset, int count);

    /**
     * A copy in memory of the given frames, clipped to what is there.
     *
     * @throws ArithmeticException if it is longer than an array can be
     */
    default Signal slice(FrameRange range) {
        long from = Math.min(range.start(), length());
        int count = Math.toIntExact(Math.min(range.end(), length()) - from);
        float[][] parts = new float[channels()][count];
        for (int c = 0; c < parts.length; c++) {
            read(c, from, parts[c], 0, count);
        }
        return new Signal(sampleRate(), parts);
    }

    /** Gives back what it takes outside of the heap, if anything; it cannot be read any more. */
    @Override
    default void close() {}
}
