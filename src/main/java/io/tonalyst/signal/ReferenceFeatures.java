// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

/**
 * The 162 features of the reference notebooks, each the mean over the frames of a clip.
 *
 * @param zeroCrossingRate share of neighbouring samples that differ in sign, 0 to 1
 * @param chroma {@link #CHROMA} values, 0 to 1: strength of the pitch classes C, C sharp ... B
 *     relative to each frame's strongest
 * @param mfcc {@link #MFCC} mel-frequency cepstral coefficients, in dB; -1131.37 and zeros for
 *     digital silence
 * @param rms root mean square of the samples, full scale 1
 * @param mel {@link #MEL} mel powers from 0 to 11,025 Hz, at least 0
 */
public record ReferenceFeatures(
        double zeroCrossingRate, double[] chroma, double[] mfcc, double rms, double[] mel) {
    /** Pitch classes. */
    public static final int CHROMA = 12;

    /** Cepstral coefficients. */
    public static final int MFCC = 20;

    /** Mel bands. */
    public static final int MEL = 128;

    /** All features together. */
    public static final int COUNT = 2 + CHROMA + MFCC + MEL;

    /** Sample rate the features are defined at, in Hz. */
    public static final int SAMPLE_RATE = 22_050;

    public ReferenceFeatures {
        if (chroma.length != CHROMA || mfcc.length != MFCC || mel.length != MEL) {
            throw new IllegalArgumentException("Not the shape of the reference features");
        }
    }

    /**
     * Brings sound into the form that the features are computed from: the mean of the channels,
     * then 22,050 Hz. What is at that rate already is not resampled.
     */
    public static float[] prepare(Signal signal) {
        return Resampler.resample(signal.mixdown(), signal.sampleRate().hertz(), SAMPLE_RATE);
    }

    /** All {@link #COUNT} values in the reference's order: ZCR, chroma, MFCC, RMS, mel. */
    public double[] toArray() {
        double[] all = new double[COUNT];
        all[0] = zeroCrossingRate;
        System.arraycopy(chroma, 0, all, 1, CHROMA);
        System.arraycopy(mfcc, 0, all, 1 + CHROMA, MFCC);
        all[1 + CHROMA + MFCC] = rms;
        System.arraycopy(mel, 0, all, 2 + CHROMA + MFCC, MEL);
        return all;
    }
}
