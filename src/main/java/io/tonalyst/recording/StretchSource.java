// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.signal.PcmSource;
import io.tonalyst.signal.ResampledChannel;
import io.tonalyst.signal.Samples;
import io.tonalyst.time.SampleRate;

/**
 * A stretch of a recording as stereo sound at a rate of its own: a single channel goes to both
 * sides; of more than two channels the first two are heard. Made block by block as it is read, so
 * that its length costs no memory. To be read by one thread at a time.
 */
public final class StretchSource implements PcmSource {
    private static final int BLOCK = 4096;

    private final SampleRate rate;
    private final long first;
    private final long frames;
    private final ResampledChannel left;
    private final ResampledChannel right;
    private final float[] ofLeft = new float[BLOCK];
    private final float[] ofRight = new float[BLOCK];

    /**
     * @param samples all there
     * @param start seconds of the recording, at least 0
     * @param end seconds, at least {@code start}
     * @param rate to be read at
     */
    public StretchSource(Samples samples, double start, double end, SampleRate rate) {
        this.rate = rate;
        this.first = rate.frames(start);
        this.frames = rate.frames(end) - first;
        this.left = new ResampledChannel(samples, 0, rate.hertz());
        this.right =
                samples.channels() == 1 ? left : new ResampledChannel(samples, 1, rate.hertz());
    }

    @Override
    public SampleRate sampleRate() {
        return rate;
    }

    @Override
    public long frames() {
        return frames;
    }

    @Override
    public void read(long frame, float[] stereo, int offset, int count) {
        for (int done = 0; done < count; done += BLOCK) {
            int part = Math.min(BLOCK, count - done);
            int sounding = Math.clamp(frames - frame - done, 0, part);
            left.read(first + frame + done, ofLeft, sounding);
            right.read(first + frame + done, ofRight, sounding);
            for (int i = 0; i < part; i++) {
                int at = 2 * (offset + done + i);
                stereo[at] = i < sounding ? ofLeft[i] : 0;
                stereo[at + 1] = i < sounding ? ofRight[i] : 0;
            }
        }
    }
}
