// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

import io.tonalyst.signal.Samples;
import io.tonalyst.signal.Signal;
import io.tonalyst.signal.Stft;
import io.tonalyst.time.SampleRate;

/**
 * Spectra of one channel by {@link Stft}, in dB relative to a full-scale sine. For one thread at a
 * time.
 */
public final class StftColumns implements SpectrumColumns {
    private final Stft stft;
    private final Samples samples;
    private final int channel;
    private final float[] window;

    /**
     * @param windowSamples a power of two that {@link Stft} takes
     */
    public StftColumns(Samples samples, int channel, int windowSamples) {
        this.stft = new Stft(windowSamples);
        this.samples = samples;
        this.channel = channel;
        this.window = new float[windowSamples];
    }

    /**
     * @param samples a channel in memory
     * @param windowSamples a power of two that {@link Stft} takes
     */
    public StftColumns(float[] samples, int windowSamples) {
        // The rate does not matter here.
        this(new Signal(new SampleRate(SampleRate.MAX_HERTZ), samples), 0, windowSamples);
    }

    /**
     * The power of two nearest to a length, on a logarithmic scale, within what {@link Stft} takes.
     *
     * @param seconds wanted length of the window
     */
    public static int windowFor(double seconds, int sampleRate) {
        double exponent = Math.rint(Math.log(seconds * sampleRate) / Math.log(2));
        return 1 << (int) Math.clamp(exponent, 4, Math.log(Stft.MAX_SIZE) / Math.log(2));
    }

    @Override
    public int bins() {
        return stft.bins();
    }

    @Override
    public int windowSamples() {
        return stft.size();
    }

    @Override
    public void levels(long centre, float[] db) {
        samples.read(channel, centre - window.length / 2, window, 0, window.length);
        stft.columnDb(window, window.length / 2, db);
    }
}
