// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.Stft;

/**
 * Tells music and signalling tones from voices by their partials: those of instruments and beeps
 * stay at their frequency while a note lasts, or wave about it; those of a speaking voice never
 * rest (after the tracking of spectral peaks in Minami et al., Video handling with music and speech
 * detection, IEEE Multimedia, 1998, and the pulse and modulation measures of Scheirer and Slaney,
 * Construction and evaluation of a robust multifeature speech/music discriminator, ICASSP 1997).
 * Input is 16 kHz.
 */
final class SteadyTones {
    /** Samples between frames: 16 ms. */
    private static final int HOP = 256;

    private static final int SIZE = 1024;
    private static final double BIN_HZ = (double) LogMel.SAMPLE_RATE / SIZE;

    /** Partials of 140 to 3500 Hz, what a telephone lets through of either. */
    private static final int FIRST_BIN = 9;

    private static final int LAST_BIN = 224;

    /** Peaks below this share of their frame's largest power do not count: -25 dB. */
    private static final float WEAK = 0.003f;

    /** No peak is followed more exactly than this. */
    private static final double LEAST_HZ = 1;

    /** Frames a peak is followed over: 128 ms. */
    private static final int REACH = 8;

    /** A note that rests within 9 cents for 64 ms: plucked, struck, dialled. */
    private static final Rest HELD = new Rest(4, 0.005);

    /** A note that stays within 21 cents for 128 ms: bowed or blown, with vibrato. */
    private static final Rest WAVING = new Rest(REACH, 0.012);

    /** Sound of this length, 1.2 s, and more tells more surely. */
    private static final int LONG = 75;

    private static final double HELD_LONG = 0.42;

    /** Of a stretch of 3 s and more: a voice may intone that evenly for shorter. */
    private static final double WAVING_LONG = 0.47;

    private static final int LASTING = 187;

    /** Of a single word, which may be drawn out. */
    private static final double HELD_SHORT = 0.5;

    private final int from;
    private final double[] all;
    private final double[] held;
    private final double[] waving;

    /** A peak rests if it is found again every second frame up to a last one, within a share. */
    private record Rest(int frames, double tolerance) {}

    /** Sums up to each frame of the weights of all peaks and of those that rest. */
    private SteadyTones(int from, int frames) {
        this.from = from;
        this.all = new double[frames + 1];
        this.held = new double[frames + 1];
        this.waving = new double[frames + 1];
    }

    /**
     * Looks at a stretch of sound.
     *
     * @param from first sample
     * @param to sample after the last
     */
    static SteadyTones in(float[] mono16k, int from, int to) {
        int frames = Math.max(0, (to - from) / HOP);
        var tones = new SteadyTones(from, frames);
        var stft = new Stft(SIZE);
        // Only the frames a peak is followed over are kept: a stretch may last for hours.
        var spectra = new float[REACH + 1][stft.bins()];
        var peaks = new double[REACH + 1][stft.bins()];
        for (int f = 0; f < frames; f++) {
            float[] power = spectra[f % (REACH + 1)];
            stft.power(mono16k, 0, mono16k.length, from + (long) f * HOP + HOP / 2, power);
            findPeaks(power, peaks[f % (REACH + 1)]);
            if (f >= REACH) {
                tones.add(f - REACH, spectra, peaks);
            }
        }
        for (int f = Math.max(0, frames - REACH); f < frames; f++) {
            tones.carry(f);
        }
        return tones;
    }

    /**
     * Whether a part is music or signalling tones rather than a voice.
     *
     * @param first sample, not before the stretch
     * @param end sample after the last
     */
    boolean fill(long first, long end) {
        int a = frame(first);
        int b = frame(end);
        double sum = all[b] - all[a];
        if (sum <= 0) {
            return false;
        }
        double still = (held[b] - held[a]) / sum;
        double within = (waving[b] - waving[a]) / sum;
        boolean lasting = all.length > LASTING;
        return b - a >= LONG
                ? still >= HELD_LONG || (lasting && within >= WAVING_LONG)
                : still >= HELD_SHORT;
    }

    private int frame(long sample) {
        return (int) Math.clamp((sample - from) / HOP, 0, all.length - 1);
    }

    private void carry(int frame) {
        all[frame + 1] = all[frame];
        held[frame + 1] = held[frame];
        waving[frame + 1] = waving[frame];
    }

    private void add(int frame, float[][] spectra, double[][] peaks) {
        carry(frame);
        float[] power = spectra[frame % spectra.length];
        double[] here = peaks[frame % peaks.length];
        float least = WEAK * maximum(power);
        for (int k = FIRST_BIN; k <= LAST_BIN; k++) {
            if (here[k] > 0 && power[k] >= least) {
                // The square root keeps one loud partial from outvoting all others.
                double weight = Math.sqrt(power[k]);
                all[frame + 1] += weight;
                held[frame + 1] += rests(HELD, peaks, frame, k) ? weight : 0;
                waving[frame + 1] += rests(WAVING, peaks, frame, k) ? weight : 0;
            }
        }
    }

    private static boolean rests(Rest rest, double[][] peaks, int frame, int bin) {
        double hertz = peaks[frame % peaks.length][bin];
        double tolerance = Math.max(LEAST_HZ, rest.tolerance() * hertz);
        int bins = (int) Math.ceil(tolerance / BIN_HZ + 0.5);
        for (int later = 2; later <= rest.frames(); later += 2) {
            double[] there = peaks[(frame + later) % peaks.length];
            boolean found = false;
            for (int k = bin - bins; k <= bin + bins; k++) {
                found |= there[k] > 0 && Math.abs(there[k] - hertz) <= tolerance;
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** The frequency of the peak at each bin, by a parabola through levels; 0 where none is. */
    private static void findPeaks(float[] power, double[] hertz) {
        for (int k = FIRST_BIN - 1; k < hertz.length - 1; k++) {
            hertz[k] = 0;
            if (power[k] > power[k - 1] && power[k] >= power[k + 1] && power[k + 1] > 0) {
                double left = Math.log(Math.max(power[k - 1], Float.MIN_NORMAL));
                double here = Math.log(power[k]);
                double right = Math.log(power[k + 1]);
                double curve = left - 2 * here + right;
                hertz[k] = BIN_HZ * (k + (curve == 0 ? 0 : 0.5 * (left - right) / curve));
            }
        }
    }

    private static float maximum(float[] power) {
        float max = 0;
        for (int k = FIRST_BIN; k <= LAST_BIN; k++) {
            max = Math.max(max, power[k]);
        }
        return max;
    }
}
