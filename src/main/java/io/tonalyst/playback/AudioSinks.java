// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.time.SampleRate;
import io.tonalyst.time.Ticker;
import javax.sound.sampled.LineUnavailableException;
import org.slf4j.LoggerFactory;

/** Opens the sound device of this machine, or silence where there is none. */
public final class AudioSinks {
    /** Sound that a sink holds ahead, in seconds. */
    static final double BUFFER_SECONDS = 0.1;

    /** What makes a sink of a given rate; {@code AudioSinks::open} in the product. */
    @FunctionalInterface
    public interface Factory {
        /**
         * Opens a sink; never fails, because silence is always possible. The sink may have another
         * rate where the device does not take this one.
         */
        AudioSink open(SampleRate preferred);
    }

    private AudioSinks() {}

    /**
     * Opens the default device at the given rate, else at 44,100 Hz, else the silent sink. May take
     * some 100 ms.
     */
    public static AudioSink open(SampleRate preferred) {
        for (SampleRate rate : new SampleRate[] {preferred, new SampleRate(44_100)}) {
            try {
                return LineSink.open(rate);
            } catch (LineUnavailableException
                    | IllegalArgumentException
                    | IllegalStateException
                    | SecurityException e) {
                // Without any device Java Sound throws IllegalArgumentException.
                LoggerFactory.getLogger(AudioSinks.class)
                        .info("No sound device at {} Hz: {}", rate.hertz(), e.toString());
            }
        }
        return silent(preferred);
    }

    /** The silent sink, in the time of this machine. */
    public static AudioSink silent(SampleRate rate) {
        return new SilentSink(rate, Ticker.system());
    }
}
