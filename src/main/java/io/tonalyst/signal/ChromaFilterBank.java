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

    /** Classes weighed at a time. */
    private static final int TOGETHER = 4;

    /** {@code [class][bin]}, class 0 = C. */
    private final double[][] weights;

    /**
     * @param classes pitch classes an octave, 12 or another multiple of 4
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
        double[] narrowest = wholeSteps(1, classes);
        for (int k = 0; k < bins; k++) {
            double width = Math.max(pitch[k + 1] - pitch[k], 1);
            double[] steps = width == 1 ? narrowest : wholeSteps(width, classes);
            int below = (int) Math.floor(pitch[k]);
            double squares = gaussians(pitch[k] - below, width, steps, column);
            double octave = (pitch[k] / classes - CENTRE_OCTAVE) / OCTAVE_WIDTH;
            double scale = Math.exp(-0.5 * octave * octave) / Math.sqrt(squares);
            for (int i = 0; i < classes; i++) {
                int pitchClass = below + classes / 2 - i - A_TO_C;
                weights[Math.floorMod(pitchClass, classes)][k] = scale * column[i];
            }
        }
    }

    /** The Gaussian at whole distances from half an octave below to a semitone less above. */
    private static double[] wholeSteps(double width, int classes) {
        double[] values = new double[classes];
        for (int i = 0; i < classes; i++) {
            double distance = 2 * (i - classes / 2) / width;
            values[i] = Math.exp(-0.5 * distance * distance);
        }
        return values;
    }

    /**
     * The Gaussian at whole distances plus {@code fraction}. As exp(-(i + f)^2) is exp(-i^2) times
     * exp(-f^2) times a power of exp(-2 f), it takes two exponentials in place of one a class.
     *
     * @return the sum of the squares
     */
    private static double gaussians(
            double fraction, double width, double[] steps, double[] column) {
        double distance = 2 * fraction / width;
        double base = Math.exp(-0.5 * distance * distance);
        double ratio = Math.exp(-2 * distance / width);
        int middle = column.length / 2;
        double power = base;
        for (int i = middle; i < column.length; i++) {
            column[i] = steps[i] * power;
            power *= ratio;
        }
        power = base;
        for (int i = middle - 1; i >= 0; i--) {
            power /= ratio;
            column[i] = steps[i] * power;
        }
        double squares = 0;
        for (double value : column) {
            squares += value * value;
        }
        return squares;
    }

    /**
     * Adds the chroma of some frames, each relative to the frame's strongest class.
     *
     * @param sum one value a class, to which each frame adds 0 to 1; silence adds 0
     */
    void addTo(double[] sum, MagnitudeSpectra.Block spectra) {
        double[][] chroma = new double[weights.length][spectra.frames()];
        for (int c = 0; c < weights.length; c += TOGETHER) {
            for (int k = 0; k < spectra.bins(); k++) {
                addScaled(c, k, spectra.magnitude(), chroma);
            }
        }
        for (int frame = 0; frame < spectra.frames(); frame++) {
            double max = 0;
            for (double[] row : chroma) {
                max = Math.max(max, row[frame]);
            }
            double scale = max >= SILENCE ? max : 1;
            for (int c = 0; c < sum.length; c++) {
                sum[c] += chroma[c][frame] / scale;
            }
        }
    }

    /** Weighs one bin for some classes at once, so that it is read once. */
    private void addScaled(int first, int bin, float[] magnitude, double[][] chroma) {
        double w0 = weights[first][bin];
        double w1 = weights[first + 1][bin];
        double w2 = weights[first + 2][bin];
        double w3 = weights[first + 3][bin];
        double[] c0 = chroma[first];
        double[] c1 = chroma[first + 1];
        double[] c2 = chroma[first + 2];
        double[] c3 = chroma[first + 3];
        int from = bin * c0.length;
        for (int frame = 0; frame < c0.length; frame++) {
            double m = magnitude[from + frame];
            c0[frame] += w0 * m;
            c1[frame] += w1 * m;
            c2[frame] += w2 * m;
            c3[frame] += w3 * m;
        }
    }
}
