// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.time.SampleRate;

/**
 * Where stereo sound goes: a {@code javax.sound} line, or silence that takes the same time. Written
 * by one thread, asked by any.
 */
public interface AudioSink extends AutoCloseable {
    SampleRate sampleRate();

    /** Whether anything can be heard; false for the silent sink. */
    boolean isAudible();

    /** Starts or goes on consuming what has been written. */
    void start();

    /** Stops at once; what is buffered stays until {@link #start} or {@link #flush}. */
    void stop();

    /** Throws away what is buffered. */
    void flush();

    /** Writes frames, left and right in turn, -1 to 1; blocks while the buffer is full. */
    void write(float[] stereo, int frames);

    /** Frames played since the sink was opened, as the device reports them; may move in steps. */
    long framesPlayed();

    @Override
    void close();
}
