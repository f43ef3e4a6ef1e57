// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.time;

/**
 * Samples a second of one channel.
 *
 * @param hertz 1 to 768,000
 */
public record SampleRate(int hertz) {
    /** The highest rate any supported file format carries. */
    public static final int MAX_HERTZ = 768_000;

    public SampleRate {
        if (hertz < 1 || hertz > MAX_HERTZ) {
            throw new IllegalArgumentException(
                    "A sample rate lies between 1 and " + MAX_HERTZ + " Hz, not at " + hertz);
        }
    }

    /** Time in seconds of frame number {@code frames}. */
    public double seconds(long frames) {
        return (double) frames / hertz;
    }

    /** The frame nearest to {@code seconds}. */
    public long frames(double seconds) {
        return Math.round(seconds * hertz);
    }
}
