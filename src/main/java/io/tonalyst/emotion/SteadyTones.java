// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.ResampledChannel;
import io.tonalyst.signal.Stft;
import io.tonalyst.work.CancelToken;
import java.util.Arrays;

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

    private final int frames;

    /** Frame that each part ends before; the first one is where the first part begins. */
    private final int[] borders;

    /** The sums up to each border. */
    private final Sums[] sums;

    /** A peak rests if it is found again every second frame up to a last one, within a share. */
    private record Rest(int frames, double tolerance) {}

    /** Sums of the weights of all peaks and of those that rest. */
    private record Sums(double all, double held, double waving) {}

    private SteadyTones(int frames, int[] borders) {
        this.frames = frames;
        this.borders = borders;
        this.sums = new Sums[borders.length];
    }

    /**
     * Looks at a stretch of sound, of any length: memory grows with the number of parts alone.
     *
     * @param sound at 16 kHz
     * @param borders samples that the parts begin with, and the one after the last; in order
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    static SteadyTones in(ResampledChannel sound, long[] borders, CancelToken cancel) {
        long from = borders[0];
        int frames = frame(from, borders[borders.length - 1]);
        int[] ends = new int[borders.length];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = frame(from, borders[i]);
        }
        var tones = new SteadyTones(frames, ends);
        tones.listen(sound, from, cancel);
        return tones;
    }

    private static int frame(long from, long sample) {
        return Math.toIntExact((sample - from) / HOP);
    }

    private void listen(ResampledChannel sound, long from, CancelToken cancel) {
        var stft = new Stft(SIZE);
        float[] window = new float[SIZE];
        // Only the frames a peak is followed over are kept: a stretch may last for hours.
        var spectra = new float[REACH + 1][stft.bins()];
        var peaks = new double[REACH + 1][stft.bins()];
        var sum = new Sums(0, 0, 0);
        int border = 0;
        for (int f = 0; f < frames; f++) {
            cancel.throwIfCancelled();
            sound.read(from + (long) f * HOP + HOP / 2 - SIZE / 2, window, SIZE);
            float[] power = spectra[f % (REACH + 1)];
            stft.power(window, 0, SIZE, SIZE / 2, power);
            findPeaks(power, peaks[f % (REACH + 1)]);
            if (f >= REACH) {
                while (borders[border] == f - REACH) {
                    sums[border++] = sum;
                }
                sum = added(sum, f - REACH, spectra, peaks);
            }
        }
        // Peaks of the last frames cannot be followed and do not count.
        Arrays.fill(sums, border, sums.length, sum);
    }

    /**
     * Whether some parts together are music or signalling tones rather than a voice.
     *
     * @param first number of the first part
     * @param end number of the part after the last
     */
    boolean fill(int first, int end) {
        Sums before = sums[first];
        Sums after = sums[end];
        double sum = after.all() - before.all();
        if (sum <= 0) {
            return false;
        }
        double still = (after.held() - before.held()) / sum;
        double within = (after.waving() - before.waving()) / sum;
        boolean lasting = frames >= LASTING;
        return borders[end] - borders[first] >= LONG
                ? still >= HELD_LONG || (lasting && within >= WAVING_LONG)
                : still >= HELD_SHORT;
    }

    private static Sums added(Sums before, int frame, float[][] spectra, double[][] peaks) {
        double all = before.all();
        double held = before.held();
        double waving = before.waving();
        float[] power = spectra[frame % spectra.length];
        double[] here = peaks[frame % peaks.length];
        float least = WEAK * maximum(power);
        for (int k = FIRST_BIN; k <= LAST_BIN; k++) {
            if (here[k] > 0 && power[k] >= least) {
                // The square root keeps one loud partial from outvoting all others.
                double weight = Math.sqrt(power[k]);
                all += weight;
                held += rests(HELD, peaks, frame, k) ? weight : 0;
                waving += rests(WAVING, peaks, frame, k) ? weight : 0;
            }
        }
        return new Sums(all, held, waving);
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
