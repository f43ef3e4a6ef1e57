// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import java.util.Arrays;

/**
 * The short-time Fourier transform in double precision, with the framing, window and scale of
 * {@link Stft}. librosa computes its transform in double precision and rounds the result to single,
 * and some features show it: nearly silent bands on a dB scale, and the tuning of a click, whose
 * flat spectrum has no peaks but those of rounding. Two real samples make one complex value of an
 * FFT of half the size (Press et al., Numerical Recipes, section 12.3). Safe between threads.
 */
final class PreciseStft {
    private final int size;
    private final double[] window;
    private final RowFft fft;

    /** cos and -sin of 2 pi k / size for k up to size / 2. */
    private final double[] cosines;

    private final double[] sines;

    /** Room for the transform of one frame, to be used again by one thread. */
    final class Room {
        private final RowFft.Buffers ofFft = fft.new Buffers();
        private final double[] frame = new double[size];
        private final double[] re = new double[bins()];
        private final double[] im = new double[bins()];
        private final double[] mirroredRe = new double[bins()];
        private final double[] mirroredIm = new double[bins()];
        private final float[] realPart = new float[bins()];
        private final float[] imaginaryPart = new float[bins()];
    }

    /**
     * @param size samples of a window, a power of two, at least 4
     */
    PreciseStft(int size) {
        if (size < 4 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("Not a power of two from 4 up: " + size);
        }
        this.size = size;
        window = new double[size];
        fft = new RowFft(size / 2);
        cosines = new double[bins()];
        sines = new double[bins()];
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
        }
        for (int k = 0; k < bins(); k++) {
            cosines[k] = Math.cos(2 * Math.PI * k / size);
            sines[k] = -Math.sin(2 * Math.PI * k / size);
        }
    }

    /** Values of a column: bins from 0 Hz to the Nyquist frequency, both included. */
    int bins() {
        return size / 2 + 1;
    }

    /**
     * Computes the magnitude spectrum around one sample; outside {@code x} all is zero.
     *
     * @param centre sample in the middle of the window
     * @param magnitude receives {@link #bins} values |X|
     */
    void magnitude(float[] x, long centre, float[] magnitude, Room room) {
        load(x, centre - size / 2, room.frame);
        fft.transform(room.frame, room.re, room.im, room.ofFft);
        mirror(room.re, room.mirroredRe);
        mirror(room.im, room.mirroredIm);
        join(room.re, room.im, room.mirroredRe, room.mirroredIm);
        round(room.re, room.realPart);
        round(room.im, room.imaginaryPart);
        absolute(room.realPart, room.imaginaryPart, magnitude);
    }

    private void load(float[] x, long start, double[] frame) {
        int first = Math.clamp(-start, 0, size);
        int last = Math.clamp(x.length - start, first, size);
        Arrays.fill(frame, 0, first, 0);
        for (int i = first; i < last; i++) {
            frame[i] = window[i] * x[(int) (start + i)];
        }
        Arrays.fill(frame, last, size, 0);
    }

    /** The spectrum is periodic: after its last value comes its first. */
    private static void mirror(double[] values, double[] mirrored) {
        int last = values.length - 1;
        values[last] = values[0];
        for (int k = 0; k <= last; k++) {
            mirrored[k] = values[last - k];
        }
    }

    /** Takes the spectra of even and odd samples apart and joins them to that of all. */
    private void join(double[] re, double[] im, double[] mirroredRe, double[] mirroredIm) {
        double[] cos = cosines;
        double[] sin = sines;
        for (int k = 0; k < re.length; k++) {
            double re1 = re[k];
            double im1 = im[k];
            double evenRe = (re1 + mirroredRe[k]) / 2;
            double evenIm = (im1 - mirroredIm[k]) / 2;
            double oddRe = (im1 + mirroredIm[k]) / 2;
            double oddIm = (mirroredRe[k] - re1) / 2;
            re[k] = evenRe + cos[k] * oddRe - sin[k] * oddIm;
            im[k] = evenIm + cos[k] * oddIm + sin[k] * oddRe;
        }
    }

    private static void round(double[] exact, float[] rounded) {
        for (int k = 0; k < rounded.length; k++) {
            rounded[k] = (float) exact[k];
        }
    }

    /** Absolute values, rounded on the way as NumPy's vector code for complex64 rounds them. */
    private static void absolute(float[] re, float[] im, float[] magnitude) {
        for (int k = 0; k < magnitude.length; k++) {
            float a = Math.abs(re[k]);
            float b = Math.abs(im[k]);
            float larger = Math.max(a, b);
            // The smallest float stands in for 0, so that 0 needs no branch.
            float ratio = Math.min(a, b) / Math.max(larger, Float.MIN_VALUE);
            magnitude[k] = larger * (float) Math.sqrt(Math.fma(ratio, ratio, 1));
        }
    }
}
