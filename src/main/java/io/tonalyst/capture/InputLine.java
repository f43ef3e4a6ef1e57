// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.capture;

import io.tonalyst.time.SampleRate;

/** An open input of sound. For one reading thread; the other methods from any thread. */
public interface InputLine extends AutoCloseable {
    /** The device, as people know it. */
    String name();

    SampleRate sampleRate();

    /** Samples a frame, at least 1. */
    int channels();

    /** Lets sound come in. */
    void start();

    /** Stops and drops what has come in but was not read; a read under way returns. */
    void stop();

    /**
     * Waits for sound.
     *
     * @param interleaved receives frames of 16-bit samples, at least one frame long
     * @return frames read; 0 after {@link #stop}, or if the device gives no more
     */
    int read(short[] interleaved);

    @Override
    void close();
}
