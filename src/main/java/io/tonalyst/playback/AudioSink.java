// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.time.SampleRate;

/**
 * Where stereo sound goes: a {@code javax.sound} line, or silence that takes the same time. One
 * thread opens, feeds and closes it; {@link #sampleRate}, {@link #isAudible} and {@link #name} may
 * be asked from any.
 */
public interface AudioSink extends AutoCloseable {
    SampleRate sampleRate();

    /** Whether anything can be heard; false for the silent sink. */
    boolean isAudible();

    /** Name of the device for the person, never empty. */
    String name();

    /** Gets the device ready, if it sleeps: playback is about to begin. */
    default void wake() {}

    /** Whether a start would be heard soon; comes true at some time after {@link #wake}. */
    default boolean isReady() {
        return true;
    }

    /** Lets the device sleep: nothing has been played for a while. */
    default void rest() {}

    /** Starts or goes on consuming what has been written. */
    void start();

    /** Stops at once; what is buffered stays until {@link #start} or {@link #flush}. */
    void stop();

    /** Throws away what is buffered; it counts as played. */
    void flush();

    /** Frames that can be written now without waiting. */
    int available();

    /**
     * Writes frames, left and right in turn, -1 to 1; waits while the buffer is full.
     *
     * @return false when the device is gone and took less than it was given
     */
    boolean write(float[] stereo, int frames);

    /**
     * Frames played since the sink was opened, as the device reports them: never more than were
     * written, never decreasing, but it may move in steps.
     */
    long framesPlayed();

    @Override
    void close();
}
