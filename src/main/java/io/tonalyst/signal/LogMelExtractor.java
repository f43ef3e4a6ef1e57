// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import java.util.Arrays;

/**
 * Turns 16 kHz sound into the log-mel image that the emotion network reads; {@link LogMel} tells
 * the parameters. Digital silence and an empty range give -80 dB everywhere; a range shorter than
 * one window is padded with zeros like any other. Safe between threads.
 */
public final class LogMelExtractor {
    private final Stft stft = new Stft(LogMel.FFT_SIZE);
    private final MelFilterBank mel =
            new MelFilterBank(LogMel.BANDS, LogMel.SAMPLE_RATE, LogMel.FFT_SIZE);

    /** The image of a whole clip. */
    public LogMel extract(float[] mono16k) {
        return extract(mono16k, 0, mono16k.length);
    }

    /**
     * The image of a part of a clip, as if the part were all there is: sound outside it does not
     * leak in, and 0 dB is the part's own maximum.
     *
     * @param mono16k samples at 16 kHz, all finite
     * @param from first sample
     * @param to sample after the last
     * @return {@code 1 + (to - from) / 256} frames
     */
    public LogMel extract(float[] mono16k, int from, int to) {
        if (from < 0 || to < from || to > mono16k.length) {
            throw new IllegalArgumentException("No such part: " + from + " to " + to);
        }
        int frames = Stft.columns(to - from, LogMel.HOP);
        float[] power = new float[stft.bins()];
        float[] image = new float[frames * LogMel.BANDS];
        float max = 0;
        for (int frame = 0; frame < frames; frame++) {
            stft.power(mono16k, from, to, from + (long) frame * LogMel.HOP, power);
            mel.apply(power, image, frame * LogMel.BANDS);
        }
        for (float value : image) {
            max = Math.max(max, value);
        }
        toDecibels(image, max);
        return new LogMel(frames, image);
    }

    private static void toDecibels(float[] image, float max) {
        if (max == 0) {
            Arrays.fill(image, LogMel.FLOOR_DB);
            return;
        }
        double top = 10 * Math.log10(max);
        for (int i = 0; i < image.length; i++) {
            double db = 10 * Math.log10(image[i]) - top;
            image[i] = (float) Math.clamp(db, LogMel.FLOOR_DB, 0);
        }
    }
}
