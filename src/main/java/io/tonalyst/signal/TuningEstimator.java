// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import java.util.Arrays;

/**
 * Estimates how far the music or voice of a clip lies from concert pitch (A4 = 440 Hz), from the
 * peaks of its spectra: librosa's {@code estimate_tuning}, peaks by parabolic interpolation (Smith,
 * Spectral Audio Signal Processing, "Quadratic Interpolation of Spectral Peaks"). Computes in
 * single precision where librosa does. For one thread.
 */
final class TuningEstimator {
    private static final double LOWEST_HZ = 150;
    private static final double HIGHEST_HZ = 4000;

    /** Peaks below this share of their frame's maximum do not count. */
    private static final float THRESHOLD = 0.1f;

    /** A0 in Hz. */
    private static final float LOWEST_A = 27.5f;

    /** Histogram bins a semitone. */
    private static final int RESOLUTION = 100;

    private final double binHz;
    private final int firstBin;
    private final int endBin;
    private float[] pitches = new float[1024];
    private float[] strengths = new float[1024];
    private int count;

    /**
     * @param sampleRate in Hz
     * @param fftSize samples of a window
     */
    TuningEstimator(int sampleRate, int fftSize) {
        binHz = (double) sampleRate / fftSize;
        firstBin = (int) Math.ceil(LOWEST_HZ / binHz);
        endBin = (int) Math.ceil(HIGHEST_HZ / binHz);
    }

    /** Adds the peaks of some frames. */
    void add(MagnitudeSpectra.Block spectra) {
        float[] magnitude = spectra.magnitude();
        int frames = spectra.frames();
        float[] least = new float[frames];
        for (int i = 0; i < magnitude.length; i += frames) {
            for (int frame = 0; frame < frames; frame++) {
                least[frame] = Math.max(least[frame], magnitude[i + frame]);
            }
        }
        for (int frame = 0; frame < frames; frame++) {
            least[frame] *= THRESHOLD;
        }
        for (int k = firstBin; k < endBin; k++) {
            for (int frame = 0; frame < frames; frame++) {
                int i = k * frames + frame;
                float left = magnitude[i - frames];
                float here = magnitude[i];
                float right = magnitude[i + frames];
                if (isPeak(left, here, right, least[frame])) {
                    addPeak(k, left, here, right);
                }
            }
        }
    }

    /** One branch in place of three, which would be guessed wrong as often. */
    @SuppressWarnings("ShortCircuitBoolean")
    private static boolean isPeak(float left, float here, float right, float least) {
        return (here > least) & (here > left) & (here >= right);
    }

    private void addPeak(int bin, float left, float here, float right) {
        double curve = (left + right) - 2.0 * here;
        float slope = (right - left) / 2;
        float shift = Math.abs(slope) >= Math.abs(curve) ? 0 : (float) (-slope / curve);
        addPeak((float) ((bin + (double) shift) * binHz), here + 0.5f * slope * shift);
    }

    private void addPeak(float hertz, float strength) {
        if (count == pitches.length) {
            pitches = Arrays.copyOf(pitches, 2 * count);
            strengths = Arrays.copyOf(strengths, 2 * count);
        }
        pitches[count] = hertz;
        strengths[count] = strength;
        count++;
    }

    /**
     * The most frequent deviation among the stronger half of the peaks.
     *
     * @return -0.5 to 0.49 semitones in steps of 0.01; 0 without any peak
     */
    double tuning() {
        if (count == 0) {
            return 0;
        }
        float median = median();
        int[] histogram = new int[RESOLUTION];
        for (int i = 0; i < count; i++) {
            if (strengths[i] >= median) {
                histogram[(int) ((deviation(pitches[i]) + 0.5) * RESOLUTION)]++;
            }
        }
        int fullest = 0;
        for (int bin = 1; bin < RESOLUTION; bin++) {
            if (histogram[bin] > histogram[fullest]) {
                fullest = bin;
            }
        }
        return (double) fullest / RESOLUTION - 0.5;
    }

    /** Distance from the nearest semitone, -0.5 to below 0.5. */
    private static double deviation(float hertz) {
        float octaves = (float) (Math.log(hertz / LOWEST_A) / Math.log(2));
        float rest = 12 * octaves % 1;
        return rest >= 0.5f ? rest - 1.0 : rest;
    }

    private float median() {
        float[] sorted = Arrays.copyOf(strengths, count);
        Arrays.sort(sorted);
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }
}
