// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

/**
 * Zero-crossing rate, RMS and 20 MFCC of every frame by librosa's definitions: 22,050 Hz, windows
 * of 2048 samples every 512, centred; beyond the ends the edge samples go on for the zero-crossing
 * rate, zeros for the others. The spectra are of single precision. Safe between threads.
 */
public final class FrameFeatures {
    private static final int SIZE = 2048;
    private static final int HOP = 512;

    /** Samples up to this size count as 0, and 0 as positive. */
    private static final float ZERO = 1e-10f;

    private final Stft stft = new Stft(SIZE);
    private final MelFilterBank mel =
            new MelFilterBank(ReferenceFeatures.MEL, ReferenceFeatures.SAMPLE_RATE, SIZE);
    private final Mfcc mfcc = new Mfcc(ReferenceFeatures.MFCC, ReferenceFeatures.MEL);

    /** Values that a clip of so many samples has. */
    public static int count(int samples) {
        return Stft.columns(samples, HOP) * (2 + ReferenceFeatures.MFCC);
    }

    /**
     * Computes the features of a clip.
     *
     * @param x at least one sample at 22,050 Hz, one channel, all finite
     * @return first the zero-crossing rates of all frames, then their RMS, then the MFCC frame by
     *     frame; {@link #count} values
     */
    public float[] extract(float[] x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("A clip without samples has no features");
        }
        int frames = Stft.columns(x.length, HOP);
        float[] values = new float[count(x.length)];
        double[][] bands = new double[frames][ReferenceFeatures.MEL];
        float[] power = new float[stft.bins()];
        float[] ofFrame = new float[ReferenceFeatures.MEL];
        for (int frame = 0; frame < frames; frame++) {
            int centre = frame * HOP;
            values[frame] = zeroCrossingRate(x, centre);
            values[frames + frame] = rms(x, centre);
            stft.power(x, 0, x.length, centre, power);
            mel.apply(power, ofFrame, 0);
            for (int band = 0; band < ofFrame.length; band++) {
                bands[frame][band] = ofFrame[band];
            }
        }
        float[][] series = mfcc.series(bands);
        for (int frame = 0; frame < frames; frame++) {
            for (int k = 0; k < series.length; k++) {
                values[2 * frames + frame * series.length + k] = series[k][frame];
            }
        }
        return values;
    }

    private static float zeroCrossingRate(float[] x, int centre) {
        int changes = 0;
        int last = Math.min(x.length, centre + SIZE / 2);
        for (int i = Math.max(0, centre - SIZE / 2) + 1; i < last; i++) {
            changes += x[i] < -ZERO == x[i - 1] < -ZERO ? 0 : 1;
        }
        return (float) changes / SIZE;
    }

    private static float rms(float[] x, int centre) {
        double squares = 0;
        int last = Math.min(x.length, centre + SIZE / 2);
        for (int i = Math.max(0, centre - SIZE / 2); i < last; i++) {
            squares += (double) x[i] * x[i];
        }
        return (float) Math.sqrt(squares / SIZE);
    }
}
