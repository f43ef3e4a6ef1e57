// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import java.util.Arrays;

/**
 * Triangular filters on Slaney's mel scale, each of unit area over frequency (Slaney, Auditory
 * Toolbox, 1998; the default of librosa's {@code filters.mel}). Safe between threads.
 */
public final class MelFilterBank {
    /** Where the scale turns from linear to logarithmic. */
    private static final double CORNER_HZ = 1000;

    private static final double CORNER_MEL = 15;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    private final int[] firstBin;
    private final float[][] weights;

    /**
     * A bank of {@code bands} filters from 0 Hz to {@code sampleRate / 2}.
     *
     * @param bands at least 1
     * @param sampleRate in Hz
     * @param fftSize samples of a window; the filters apply to its {@code fftSize / 2 + 1} bins
     */
    public MelFilterBank(int bands, int sampleRate, int fftSize) {
        firstBin = new int[bands];
        weights = new float[bands][];
        double topMel = toMel(sampleRate / 2.0);
        double binHz = (double) sampleRate / fftSize;
        for (int band = 0; band < bands; band++) {
            double low = toHertz(topMel * band / (bands + 1));
            double centre = toHertz(topMel * (band + 1) / (bands + 1));
            double high = toHertz(topMel * (band + 2) / (bands + 1));
            int first = (int) Math.ceil(low / binHz);
            int last = Math.min(fftSize / 2, (int) Math.floor(high / binHz));
            firstBin[band] = first;
            weights[band] = new float[Math.max(0, last - first + 1)];
            for (int i = 0; i < weights[band].length; i++) {
                double hertz = (first + i) * binHz;
                double rise = (hertz - low) / (centre - low);
                double fall = (high - hertz) / (high - centre);
                // Rounded twice, as librosa does.
                float weight = (float) Math.max(0, Math.min(rise, fall));
                weights[band][i] = (float) (weight * (2 / (high - low)));
            }
        }
    }

    /** Number of filters. */
    public int bands() {
        return weights.length;
    }

    /**
     * Weighs one spectrum.
     *
     * @param spectrum power a bin; index 0 is 0 Hz
     * @param out receives one value a band, from index {@code offset}
     */
    public void apply(float[] spectrum, float[] out, int offset) {
        for (int band = 0; band < weights.length; band++) {
            float[] filter = weights[band];
            int first = firstBin[band];
            float sum = 0;
            for (int i = 0; i < filter.length; i++) {
                sum += filter[i] * spectrum[first + i];
            }
            out[offset + band] = sum;
        }
    }

    /**
     * Weighs the powers of some spectra with sums in double precision.
     *
     * @param out receives one value a band of each frame, {@code [band][frame]}
     */
    void applyToSquares(MagnitudeSpectra.Block spectra, double[][] out) {
        for (int band = 0; band < weights.length; band++) {
            Arrays.fill(out[band], 0);
            for (int i = 0; i < weights[band].length; i++) {
                int from = (firstBin[band] + i) * spectra.frames();
                addSquares(weights[band][i], spectra.magnitude(), from, out[band]);
            }
        }
    }

    private static void addSquares(double weight, float[] magnitude, int from, double[] sums) {
        for (int frame = 0; frame < sums.length; frame++) {
            float power = magnitude[from + frame] * magnitude[from + frame];
            sums[frame] += weight * power;
        }
    }

    /** Slaney's mel of a frequency in Hz. */
    static double toMel(double hertz) {
        return hertz < CORNER_HZ
                ? 3 * hertz / 200
                : CORNER_MEL + Math.log(hertz / CORNER_HZ) / LOG_STEP;
    }

    /** The frequency in Hz of a mel. */
    static double toHertz(double mel) {
        return mel < CORNER_MEL
                ? 200 * mel / 3
                : CORNER_HZ * Math.exp(LOG_STEP * (mel - CORNER_MEL));
    }
}
