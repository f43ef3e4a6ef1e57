// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.signal.Samples;
import io.tonalyst.time.SampleRate;
import java.util.Random;

/** A made-up stereo call of any length, in no memory: twelve seconds over and over, by turns. */
final class LongCall implements Samples {
    private static final int SECONDS = 12;

    private final SampleRate rate;
    private final long frames;
    private final float[][] loops;

    LongCall(int hertz, double hours) {
        this.rate = new SampleRate(hertz);
        this.frames = Math.round(hours * 3600 * hertz);
        this.loops = new float[][] {loop(hertz, 0), loop(hertz, 1)};
    }

    /** Gliding harmonics that swell like syllables, in every second 3 s, over soft noise. */
    private static float[] loop(int hertz, int channel) {
        float[] x = new float[SECONDS * hertz];
        var random = new Random(channel);
        double phase = 0;
        for (int i = 0; i < x.length; i++) {
            double t = (double) i / hertz;
            phase += (130 + 60 * channel + 30 * Math.sin(3 * t)) / hertz;
            boolean speaks = (int) (t / 3) % 2 == channel;
            double swell = speaks ? Math.max(0, Math.sin(8 * Math.PI * t)) : 0;
            double voice = 0.4 * swell * (phase - Math.floor(phase) - 0.5);
            x[i] = (float) (voice + 0.002 * random.nextGaussian());
        }
        return x;
    }

    @Override
    public SampleRate sampleRate() {
        return rate;
    }

    @Override
    public int channels() {
        return loops.length;
    }

    @Override
    public long length() {
        return frames;
    }

    @Override
    public void read(int channel, long frame, float[] into, int offset, int count) {
        float[] loop = loops[channel];
        for (int i = 0; i < count; i++) {
            long at = frame + i;
            into[offset + i] = at >= 0 && at < frames ? loop[(int) (at % loop.length)] : 0;
        }
    }
}
