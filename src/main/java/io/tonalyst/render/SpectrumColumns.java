// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

/** Short-time spectra of one channel, wherever they come from. Used by one thread at a time. */
public interface SpectrumColumns {
    /** Values a column: bin {@code k} stands for {@code k * nyquist / (bins - 1)} hertz. */
    int bins();

    /** Samples of the analysis window. */
    int windowSamples();

    /**
     * Level of each bin in the window around a sample; beyond the ends of the sound there is
     * silence.
     *
     * @param centre sample in the middle of the window
     * @param db receives {@link #bins} levels in dB
     */
    void levels(long centre, float[] db);
}
