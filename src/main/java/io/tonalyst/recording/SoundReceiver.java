// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.time.SampleRate;
import java.util.OptionalDouble;

/** Takes decoded sound piece by piece, on the decoder's thread. */
public interface SoundReceiver {
    /**
     * Called once, before any sound.
     *
     * @param expectedSeconds what the header tells of the length, which may be wrong
     */
    void begin(SampleRate rate, int channels, OptionalDouble expectedSeconds)
            throws RecordingException;

    /**
     * Takes the next frames.
     *
     * @param planes one array a channel, all samples finite; used again after the call
     * @param count frames from the start of each
     * @throws RecordingException with one sentence, if they find no room; ends the decoding
     */
    void add(float[][] planes, int count) throws RecordingException;
}
