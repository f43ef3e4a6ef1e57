// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.signal.PcmSource;
import io.tonalyst.time.SampleRate;
import java.util.Arrays;

/** A score as samples in memory. */
final class RenderedScore implements PcmSource {
    private final float[] samples;

    /**
     * @param samples left and right in turn; given away
     */
    RenderedScore(float[] samples) {
        this.samples = samples;
    }

    @Override
    public SampleRate sampleRate() {
        return SonificationScore.RATE;
    }

    @Override
    public long frames() {
        return samples.length / 2;
    }

    @Override
    public void read(long frame, float[] stereo, int offset, int count) {
        int held = Math.clamp(frames() - frame, 0, count);
        if (held > 0) {
            System.arraycopy(samples, (int) (2 * frame), stereo, 2 * offset, 2 * held);
        }
        Arrays.fill(stereo, 2 * (offset + held), 2 * (offset + count), 0f);
    }
}
