// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import be.tarsos.dsp.util.fft.FloatFFT;

/**
 * The short-time Fourier transform in single precision, column by column: frames centred on the
 * asked sample, zeros outside the sound, periodic Hann window 0.5 - 0.5 cos(2 pi i / size), no
 * scaling, as in librosa. A full-scale sine at a bin's frequency has power (size / 4)^2. The FFT is
 * TarsosDSP's; its rounding lies about 130 dB below the strongest bin. Safe between threads.
 */
public final class Stft {
    /** Above this size the FFT would start threads of its own. */
    public static final int MAX_SIZE = 4096;

    /** The lowest level told, in dB. */
    public static final float SILENCE_DB = -150;

    private final int size;
    private final float[] window;
    private final FloatFFT fft;

    /**
     * @param size samples of a window, a power of two from 16 to {@link #MAX_SIZE}
     */
    public Stft(int size) {
        if (size < 16 || size > MAX_SIZE || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(
                    "A window has a power of two of 16 to " + MAX_SIZE + " samples, not " + size);
        }
        this.size = size;
        this.fft = new FloatFFT(size);
        this.window = new float[size];
        for (int i = 0; i < size; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / size));
        }
    }

    /** Samples of a window. */
    public int size() {
        return size;
    }

    /** Values of a column: bins from 0 Hz to the Nyquist frequency, both included. */
    public int bins() {
        return size / 2 + 1;
    }

    /** Number of columns that cover {@code samples} samples when one is taken each {@code hop}. */
    public static int columns(int samples, int hop) {
        return 1 + samples / hop;
    }

    /**
     * Computes the power spectrum around one sample.
     *
     * @param x the sound
     * @param from first sample that counts; everything before it is zero
     * @param to sample after the last that counts
     * @param centre sample in the middle of the window; may lie outside the sound
     * @param power receives {@link #bins} values |X|^2
     */
    public void power(float[] x, int from, int to, long centre, float[] power) {
        float[] frame = new float[size];
        long start = centre - size / 2;
        int first = Math.clamp(from - start, 0, size);
        int last = Math.clamp(to - start, first, size);
        for (int i = first; i < last; i++) {
            frame[i] = window[i] * x[(int) (start + i)];
        }
        fft.realForward(frame);
        // FloatFFT packs the real value at the Nyquist frequency behind that at 0 Hz.
        power[0] = frame[0] * frame[0];
        power[size / 2] = frame[1] * frame[1];
        for (int k = 1; k < size / 2; k++) {
            float re = frame[2 * k];
            float im = frame[2 * k + 1];
            power[k] = re * re + im * im;
        }
    }

    /**
     * Computes the level of each bin around one sample, relative to full scale: a sine of amplitude
     * 1 at a bin's frequency has 0 dB.
     *
     * @param x the sound; zero beyond its ends
     * @param centre sample in the middle of the window; may lie outside the sound
     * @param db receives {@link #bins} levels in dB, at least {@link #SILENCE_DB}
     */
    public void columnDb(float[] x, long centre, float[] db) {
        power(x, 0, x.length, centre, db);
        toDecibels(db);
    }

    /**
     * Turns the powers of a column into levels relative to full scale, as {@link #columnDb} tells
     * them.
     *
     * @param power {@link #bins} values |X|^2; receives dB, at least {@link #SILENCE_DB}
     */
    public void toDecibels(float[] power) {
        double fullScale = 20 * Math.log10(size / 4.0);
        for (int k = 0; k < size / 2 + 1; k++) {
            power[k] = (float) Math.max(SILENCE_DB, 10 * Math.log10(power[k]) - fullScale);
        }
    }
}
