// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import io.tonalyst.time.SampleRate;

/**
 * Stereo sound that can be read from any frame, again and again, with the same result: a recording
 * or a rendered score. {@link #read} is called on the audio thread and neither allocates, locks nor
 * logs.
 */
public interface PcmSource {
    SampleRate sampleRate();

    /** Length in frames. */
    long frames();

    /**
     * Fills {@code count} stereo frames; past the end with silence.
     *
     * @param frame first frame to read, at least 0
     * @param stereo left and right in turn, -1 to 1; written from index {@code 2 * offset}
     */
    void read(long frame, float[] stereo, int offset, int count);
}
