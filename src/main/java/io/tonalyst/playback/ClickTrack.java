// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.signal.PcmSource;
import io.tonalyst.time.SampleRate;

/**
 * A test sound: every half second 10 ms of 1 kHz that begin at once at full height (half of full
 * scale), so that a recording of it shows each onset to the sample. The first lies at 0.5 s.
 */
public record ClickTrack(SampleRate sampleRate, long frames) implements PcmSource {
    private static final double PERIOD_SECONDS = 0.5;
    private static final double CLICK_SECONDS = 0.01;
    private static final double HERTZ = 1000;
    private static final double HEIGHT = 0.5;

    /** Clicks for a number of seconds. */
    public static ClickTrack of(SampleRate sampleRate, double seconds) {
        return new ClickTrack(sampleRate, sampleRate.frames(seconds));
    }

    @Override
    public void read(long frame, float[] stereo, int offset, int count) {
        long period = sampleRate.frames(PERIOD_SECONDS);
        long click = sampleRate.frames(CLICK_SECONDS);
        for (int i = 0; i < count; i++) {
            long at = frame + i;
            long within = at % period;
            boolean sounds = at >= period && at < frames && within < click;
            double phase = 2 * Math.PI * HERTZ * within / sampleRate.hertz();
            float value = sounds ? (float) (HEIGHT * Math.cos(phase)) : 0;
            stereo[2 * (offset + i)] = value;
            stereo[2 * (offset + i) + 1] = value;
        }
    }
}
