// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.signal.PcmSource;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;

/**
 * A signal as stereo sound: a single channel goes to both sides; of more than two channels the
 * first two are heard.
 */
public final class SignalSource implements PcmSource {
    private final Signal signal;
    private final float[] left;
    private final float[] right;

    public SignalSource(Signal signal) {
        this.signal = signal;
        this.left = signal.channel(0);
        this.right = signal.channel(Math.min(1, signal.channels() - 1));
    }

    @Override
    public SampleRate sampleRate() {
        return signal.sampleRate();
    }

    @Override
    public long frames() {
        return left.length;
    }

    @Override
    public void read(long frame, float[] stereo, int offset, int count) {
        for (int i = 0; i < count; i++) {
            long from = frame + i;
            boolean inside = from < left.length;
            stereo[2 * (offset + i)] = inside ? left[(int) from] : 0;
            stereo[2 * (offset + i) + 1] = inside ? right[(int) from] : 0;
        }
    }
}
