// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.signal.PcmSource;
import io.tonalyst.time.SampleRate;
import java.util.Arrays;

/** The source of no length, before any is loaded. */
record NoSound() implements PcmSource {
    @Override
    public SampleRate sampleRate() {
        return Playback.SINK_RATE;
    }

    @Override
    public long frames() {
        return 0;
    }

    @Override
    public void read(long frame, float[] stereo, int offset, int count) {
        Arrays.fill(stereo, 2 * offset, 2 * (offset + count), 0);
    }
}
