// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.signal.PcmSource;
import io.tonalyst.time.SampleRate;
import java.util.Arrays;

/** The sound of a film that has none. */
record Silence(SampleRate sampleRate, long frames) implements PcmSource {
    private static final SampleRate RATE = new SampleRate(48_000);

    static Silence of(double seconds) {
        return new Silence(RATE, RATE.frames(seconds));
    }

    @Override
    public void read(long frame, float[] stereo, int offset, int count) {
        Arrays.fill(stereo, 2 * offset, 2 * (offset + count), 0);
    }
}
