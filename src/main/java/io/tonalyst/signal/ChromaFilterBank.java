// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

/**
 * Filters that gather a magnitude spectrum into pitch classes: a Gaussian around each class, one
 * bin or semitone wide, weighed by octave around the fifth with a deviation of two (Ellis, Chroma
 * feature analysis and synthesis, 2007; librosa's {@code filters.chroma}). Safe between threads.
 */
final class ChromaFilterBank {
    private static final double CENTRE_OCTAVE = 5;
    private static final double OCTAVE_WIDTH = 2;

    /** From A, where the scale of octaves begins, to C. */
    private static final int A_TO_C = 3;

    /** A frame whose strongest class is below the smallest normal float is left as it is. */
    private static final double SILENCE = Float.MIN_NORMAL;

    /** {@code [class][bin]}, class 0 = C. */
    private final double[][] weights;

    /**
     * @param classes pitch classes an octave, 12
     * @param sampleRate in Hz
     * @param fftSize samples of a window
     * @param tuning deviation from A4 = 440 Hz in semitones
     */
    ChromaFilterBank(int classes, int sampleRate, int fftSize, double tuning) {
        int bins = fftSize / 2 + 1;
        weights = new double[classes][bins];
        double[] pitch = new double[bins + 1];
        double reference = 27.5 * Math.pow(2, tuning / classes);
        for (int k = 1; k <= bins; k++) {
            double hertz = (double) k * sampleRate / fftSize;
            pitch[k] = classes * Math.log(hertz / reference) / Math.log(2);
        }
        // 0 Hz has no pitch: one and a half octaves below the first bin.
        pitch[0] = pitch[1] - 1.5 * classes;
        double[] column = new double[classes];
        for (int k = 0; k < bins; k++) {
            double width = Math.max(pitch[k + 1] - pitch[k], 1);
            double squares = 0;
            for (int c = 0; c < classes; c++) {
                double distance = 2 * distance(pitch[k], c, classes) / width;
                column[c] = Math.exp(-0.5 * distance * distance);
                squares += column[c] * column[c];
            }
            double octave = (pitch[k] / classes - CENTRE_OCTAVE) / OCTAVE_WIDTH;
            double scale = Math.exp(-0.5 * octave * octave) / Math.sqrt(squares);
            for (int c = 0; c < classes; c++) {
                weights[Math.floorMod(c - A_TO_C, classes)][k] = scale * column[c];
            }
        }
    }

    /** Signed distance of a pitch from a class, at most half an octave. */
    private static double distance(double pitch, int pitchClass, int classes) {
        double away = pitch - pitchClass + classes / 2.0;
        return away - classes * Math.floor(away / classes) - classes / 2.0;
    }

    /**
     * Computes one frame's chroma relative to its strongest class.
     *
     * @param magnitude |X| a bin, up to the Nyquist frequency
     * @param chroma receives one value a class, 0 to 1; all 0 for silence
     */
    void apply(float[] magnitude, double[] chroma) {
        double max = 0;
        for (int c = 0; c < weights.length; c++) {
            double[] filter = weights[c];
            double sum = 0;
            for (int k = 0; k < filter.length; k++) {
                sum += filter[k] * magnitude[k];
            }
            chroma[c] = sum;
            max = Math.max(max, sum);
        }
        if (max >= SILENCE) {
            for (int c = 0; c < weights.length; c++) {
                chroma[c] /= max;
            }
        }
    }
}
