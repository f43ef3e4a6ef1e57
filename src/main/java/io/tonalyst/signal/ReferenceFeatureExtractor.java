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
        var spectra = new MagnitudeSpectra(stft, x, HOP);
        double[][] bands = new double[spectra.frames()][mel.bands()];
        var tuning = new TuningEstimator(ReferenceFeatures.SAMPLE_RATE, SIZE);
        for (int block = 0; block < spectra.blocks(); block++) {
            MagnitudeSpectra.Block ofBlock = spectra.block(block);
            tuning.add(ofBlock);
            writeBands(ofBlock, bands, spectra.firstFrame(block));
        }
        return new ReferenceFeatures(
                FrameStatistics.meanZeroCrossingRate(x, SIZE, HOP),
                meanChroma(spectra, tuning.tuning()),
                mfcc.mean(bands),
                FrameStatistics.meanRms(x, SIZE, HOP),
                mean(bands));
    }

    private void writeBands(MagnitudeSpectra.Block spectra, double[][] bands, int firstFrame) {
        double[][] ofBlock = new double[mel.bands()][spectra.frames()];
        mel.applyToSquares(spectra, ofBlock);
        for (int frame = 0; frame < spectra.frames(); frame++) {
            for (int band = 0; band < ofBlock.length; band++) {
                bands[firstFrame + frame][band] = ofBlock[band][frame];
            }
        }
    }

    /** The chroma filters depend on the tuning, which only the whole clip tells. */
    private static double[] meanChroma(MagnitudeSpectra spectra, double tuning) {
        var filters =
                new ChromaFilterBank(
                        ReferenceFeatures.CHROMA, ReferenceFeatures.SAMPLE_RATE, SIZE, tuning);
        double[] sum = new double[ReferenceFeatures.CHROMA];
        for (int block = 0; block < spectra.blocks(); block++) {
            filters.addTo(sum, spectra.block(block));
        }
        for (int c = 0; c < sum.length; c++) {
            sum[c] /= spectra.frames();
        }
        return sum;
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
