// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

/**
 * Computes the reference features as librosa 0.11 does with its defaults: 22,050 Hz, windows of
 * 2048 samples every 512, centred, zeros outside the clip. Digital silence gives zeros (and an MFCC
 * 0 of -1131.37 dB); a clip shorter than a window is padded with zeros. Safe between threads.
 */
public final class ReferenceFeatureExtractor {
    private static final int SIZE = 2048;
    private static final int HOP = 512;

    private final PreciseStft stft = new PreciseStft(SIZE);
    private final MelFilterBank mel =
            new MelFilterBank(ReferenceFeatures.MEL, ReferenceFeatures.SAMPLE_RATE, SIZE);
    private final Mfcc mfcc = new Mfcc(ReferenceFeatures.MFCC, ReferenceFeatures.MEL);

    /**
     * Computes all features of a clip.
     *
     * @param x at least one sample at 22,050 Hz, one channel, all finite
     */
    public ReferenceFeatures extract(float[] x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("A clip without samples has no features");
        }
        int frames = Stft.columns(x.length, HOP);
        float[] magnitude = new float[stft.bins()];
        double[][] bands = new double[frames][mel.bands()];
        var tuning = new TuningEstimator(ReferenceFeatures.SAMPLE_RATE, SIZE);
        for (int frame = 0; frame < frames; frame++) {
            stft.magnitude(x, (long) frame * HOP, magnitude);
            tuning.add(magnitude);
            mel.apply(square(magnitude), bands[frame]);
        }
        return new ReferenceFeatures(
                FrameStatistics.meanZeroCrossingRate(x, SIZE, HOP),
                meanChroma(x, frames, tuning.tuning()),
                mfcc.mean(bands),
                FrameStatistics.meanRms(x, SIZE, HOP),
                mean(bands));
    }

    /**
     * The chroma filters depend on the tuning, which only the whole clip tells: the spectra are
     * computed again, as those of a long recording would not fit the memory.
     */
    private double[] meanChroma(float[] x, int frames, double tuning) {
        var filters =
                new ChromaFilterBank(
                        ReferenceFeatures.CHROMA, ReferenceFeatures.SAMPLE_RATE, SIZE, tuning);
        float[] magnitude = new float[stft.bins()];
        double[] chroma = new double[ReferenceFeatures.CHROMA];
        double[] sum = new double[ReferenceFeatures.CHROMA];
        for (int frame = 0; frame < frames; frame++) {
            stft.magnitude(x, (long) frame * HOP, magnitude);
            filters.apply(magnitude, chroma);
            for (int c = 0; c < sum.length; c++) {
                sum[c] += chroma[c] / frames;
            }
        }
        return sum;
    }

    /** Replaces magnitudes by powers, in place. */
    private static float[] square(float[] magnitude) {
        for (int k = 0; k < magnitude.length; k++) {
            magnitude[k] *= magnitude[k];
        }
        return magnitude;
    }

    private static double[] mean(double[][] rows) {
        double[] sum = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += row[i] / rows.length;
            }
        }
        return sum;
    }
}
