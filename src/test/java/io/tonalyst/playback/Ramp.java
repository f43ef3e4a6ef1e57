// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.signal.PcmSource;
import io.tonalyst.time.SampleRate;

/** A source whose sample tells its frame: frame / 2^20 left, the negative of it right. */
record Ramp(SampleRate sampleRate, long frames) implements PcmSource {
    static final float UNIT = 1f / (1 << 20);

    static Ramp ofSeconds(int hertz, double seconds) {
        return new Ramp(new SampleRate(hertz), Math.round(hertz * seconds));
    }

    @Override
    public void read(long frame, float[] stereo, int offset, int count) {
        for (int i = 0; i < count; i++) {
            float value = frame + i < frames ? (frame + i) * UNIT : 0;
            stereo[2 * (offset + i)] = value;
            stereo[2 * (offset + i) + 1] = -value;
        }
    }
}
