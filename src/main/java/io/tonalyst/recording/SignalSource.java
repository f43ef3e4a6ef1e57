// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.signal.PcmSource;
import io.tonalyst.signal.Samples;
import io.tonalyst.time.SampleRate;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * A recording as stereo sound: a single channel goes to both sides; of more than two channels the
 * first two are heard. While it is decoded its end moves on; once it is closed there is silence. To
 * be read by one thread at a time.
 */
public final class SignalSource implements PcmSource {
    private static final int BLOCK = 512;

    private final Samples samples;
    private final int second;
    private final float[] left = new float[BLOCK];
    private final float[] right = new float[BLOCK];

    public SignalSource(Samples samples) {
        this.samples = samples;
        this.second = Math.min(1, samples.channels() - 1);
    }

    @Override
    public SampleRate sampleRate() {
        return samples.sampleRate();
    }

    @Override
    public long frames() {
        return samples.length();
    }

    @Override
    public void read(long frame, float[] stereo, int offset, int count) {
        for (int done = 0; done < count; done += BLOCK) {
            int part = Math.min(BLOCK, count - done);
            try {
                samples.read(0, frame + done, left, 0, part);
                samples.read(second, frame + done, right, 0, part);
            } catch (CancellationException closed) {
                Arrays.fill(left, 0);
                Arrays.fill(right, 0);
            }
            for (int i = 0; i < part; i++) {
                stereo[2 * (offset + done + i)] = left[i];
                stereo[2 * (offset + done + i) + 1] = right[i];
            }
        }
    }
}
