// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.signal.PcmSource;
import io.tonalyst.time.SampleRate;

/**
 * A test sound: every half second a click of 10 ms that begins at once at full height (half of full
 * scale), so that a recording of it shows each onset to the sample. The first lies at 0.5 s. Eight
 * pitches, 1 to 2.4 kHz, follow each other in turn, so that a click that was lost is known.
 */
public record ClickTrack(SampleRate sampleRate, long frames) implements PcmSource {
    static final double PERIOD_SECONDS = 0.5;
    static final double CLICK_SECONDS = 0.01;

    /** Clicks after which the pitches repeat. */
    static final int PITCHES = 8;

    private static final double LOWEST_HERTZ = 1000;
    private static final double STEP_HERTZ = 200;
    private static final double HEIGHT = 0.5;

    /** Clicks for a number of seconds. */
    public static ClickTrack of(SampleRate sampleRate, double seconds) {
        return new ClickTrack(sampleRate, sampleRate.frames(seconds));
    }

    /** Of the clicks with about this frequency, the one nearest to a time. */
    static int nearest(double seconds, double hertz) {
        long pitch = Math.clamp(Math.round((hertz - LOWEST_HERTZ) / STEP_HERTZ), 0, PITCHES - 1);
        double rounds = (seconds / PERIOD_SECONDS - pitch) / PITCHES;
        return (int) (PITCHES * Math.round(rounds) + pitch);
    }

    /** Frequency of a click; 1 is the first. */
    static double hertz(long click) {
        return LOWEST_HERTZ + STEP_HERTZ * (click % PITCHES);
    }

    @Override
    public void read(long frame, float[] stereo, int offset, int count) {
        long period = sampleRate.frames(PERIOD_SECONDS);
        long click = sampleRate.frames(CLICK_SECONDS);
        for (int i = 0; i < count; i++) {
            long at = frame + i;
            long within = at % period;
            boolean sounds = at >= period && at < frames && within < click;
            double phase = 2 * Math.PI * hertz(at / period) * within / sampleRate.hertz();
            float value = sounds ? (float) (HEIGHT * Math.cos(phase)) : 0;
            stereo[2 * (offset + i)] = value;
            stereo[2 * (offset + i) + 1] = value;
        }
    }
}
