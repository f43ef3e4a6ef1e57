// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

import io.tonalyst.signal.Stft;

/** Spectra of one channel by {@link Stft}, in dB relative to a full-scale sine. */
public final class StftColumns implements SpectrumColumns {
    private final Stft stft;
    private final float[] samples;

    /**
     * @param samples the channel, full scale -1 to 1
     * @param windowSamples a power of two that {@link Stft} takes
     */
    public StftColumns(float[] samples, int windowSamples) {
        this.stft = new Stft(windowSamples);
        this.samples = samples;
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
        stft.columnDb(samples, centre, db);
    }
}
