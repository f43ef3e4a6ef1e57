// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

/**
 * The short-time Fourier transform in double precision, with the framing, window and scale of
 * {@link Stft}. librosa computes its transform in double precision and rounds the result to single,
 * and some features show it: nearly silent bands on a dB scale, and the tuning of a click, whose
 * flat spectrum has no peaks but those of rounding. The FFT is the radix-2 decimation in time of
 * Cooley and Tukey on half as many complex values (Press et al., Numerical Recipes, section 12.3).
 * Safe between threads.
 */
final class PreciseStft {
    private final int size;
    private final double[] window;

    /** cos and -sin of 2 pi k / size for k below size / 2, in turn. */
    private final double[] turns;

    /**
     * @param size samples of a window, a power of two, at least 4
     */
    PreciseStft(int size) {
        if (size < 4 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("Not a power of two from 4 up: " + size);
        }
        this.size = size;
        window = new double[size];
        turns = new double[size];
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
        }
        for (int k = 0; k < size / 2; k++) {
            turns[2 * k] = Math.cos(2 * Math.PI * k / size);
            turns[2 * k + 1] = -Math.sin(2 * Math.PI * k / size);
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
    void magnitude(float[] x, long centre, float[] magnitude) {
        double[] frame = new double[size];
        long start = centre - size / 2;
        int first = Math.clamp(-start, 0, size);
        int last = Math.clamp(x.length - start, first, size);
        for (int i = first; i < last; i++) {
            frame[i] = window[i] * x[(int) (start + i)];
        }
        transform(frame);
        split(frame, magnitude);
    }

    /** The complex FFT, in place, of size / 2 values whose parts stand in turn. */
    private void transform(double[] z) {
        reorder(z);
        for (int span = 1; span < size / 2; span *= 2) {
            int stride = size / (2 * span);
            for (int k = 0; k < span; k++) {
                double cos = turns[2 * k * stride];
                double sin = turns[2 * k * stride + 1];
                for (int i = 2 * k; i < size; i += 4 * span) {
                    int j = i + 2 * span;
                    double re = z[j] * cos - z[j + 1] * sin;
                    double im = z[j] * sin + z[j + 1] * cos;
                    z[j] = z[i] - re;
                    z[j + 1] = z[i + 1] - im;
                    z[i] += re;
                    z[i + 1] += im;
                }
            }
        }
    }

    private void reorder(double[] z) {
        int unused = Integer.numberOfLeadingZeros(size / 2) + 1;
        for (int i = 1; i < size / 2; i++) {
            int j = Integer.reverse(i) >>> unused;
            if (i < j) {
                swap(z, 2 * i, 2 * j);
                swap(z, 2 * i + 1, 2 * j + 1);
            }
        }
    }

    private static void swap(double[] z, int i, int j) {
        double kept = z[i];
        z[i] = z[j];
        z[j] = kept;
    }

    /** Takes the spectra of even and odd samples apart and joins them to that of all. */
    private void split(double[] z, float[] magnitude) {
        int half = size / 2;
        magnitude[0] = (float) Math.abs(z[0] + z[1]);
        magnitude[half] = (float) Math.abs(z[0] - z[1]);
        for (int k = 1; k < half; k++) {
            int mirror = 2 * (half - k);
            double evenRe = (z[2 * k] + z[mirror]) / 2;
            double evenIm = (z[2 * k + 1] - z[mirror + 1]) / 2;
            double oddRe = (z[2 * k + 1] + z[mirror + 1]) / 2;
            double oddIm = (z[mirror] - z[2 * k]) / 2;
            double re = evenRe + turns[2 * k] * oddRe - turns[2 * k + 1] * oddIm;
            double im = evenIm + turns[2 * k] * oddIm + turns[2 * k + 1] * oddRe;
            magnitude[k] = absolute((float) re, (float) im);
        }
    }

    /** The absolute value, rounded on the way as NumPy's vector code for complex64 rounds it. */
    private static float absolute(float re, float im) {
        float larger = Math.max(Math.abs(re), Math.abs(im));
        if (larger == 0) {
            return 0;
        }
        float ratio = Math.min(Math.abs(re), Math.abs(im)) / larger;
        return larger * (float) Math.sqrt(Math.fma(ratio, ratio, 1));
    }
}
