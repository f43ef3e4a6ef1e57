// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.signal.LogMel;

/**
 * A clip as the network takes it: a log-mel image without the silence at its ends, -80 to 0 dB
 * scaled to 0..1.
 *
 * @param frames columns of 16 ms, at least 1
 * @param levels {@code frames x BANDS} values of 0..1, frame by frame, band 0 lowest
 */
public record NetworkImage(int frames, float[] levels) {
    /** Bands of the network's input: those of {@link LogMel}. */
    public static final int BANDS = LogMel.BANDS;

    /** Columns of the network's input, 3.07 s. */
    public static final int FRAMES = 192;

    /** A frame whose loudest band lies below this is silence when it stands at an end, in dB. */
    private static final float SILENCE_DB = -45f;

    /** Frames of silence left at each end. */
    private static final int MARGIN = 4;

    /** The image of a clip; a clip of nothing but silence is kept whole. */
    public static NetworkImage of(LogMel mel) {
        int from = 0;
        int to = mel.frames();
        while (from < to && isSilent(mel, from)) {
            from++;
        }
        if (from == to) {
            from = 0;
        } else {
            while (isSilent(mel, to - 1)) {
                to--;
            }
        }
        from = Math.max(0, from - MARGIN);
        to = Math.min(mel.frames(), to + MARGIN);
        float[] levels = new float[(to - from) * BANDS];
        for (int t = from; t < to; t++) {
            for (int b = 0; b < BANDS; b++) {
                levels[(t - from) * BANDS + b] =
                        Math.clamp(1 - mel.at(t, b) / LogMel.FLOOR_DB, 0f, 1f);
            }
        }
        return new NetworkImage(to - from, levels);
    }

    /**
     * How many windows of {@link #FRAMES} columns it takes to see all of the image, neighbours
     * overlapping by at least half; 1 for an image that fits.
     */
    public int windows() {
        return frames <= FRAMES ? 1 : 1 + (int) Math.ceil((frames - FRAMES) / (FRAMES / 2.0));
    }

    /**
     * Writes one window as a {@code BANDS x FRAMES} plane, row by row. The first begins with the
     * image and the last ends with it; an image that is shorter stands in the middle of silence.
     *
     * @param window 0 to {@link #windows} - 1
     * @param offset index of the first of the {@code BANDS * FRAMES} values written
     */
    public void write(int window, float[] plane, int offset) {
        int last = windows() - 1;
        int start =
                last == 0
                        ? -((FRAMES - frames) / 2)
                        : (int) Math.round((double) window * (frames - FRAMES) / last);
        for (int b = 0; b < BANDS; b++) {
            int row = offset + b * FRAMES;
            for (int x = 0; x < FRAMES; x++) {
                int t = x + start;
                plane[row + x] = t >= 0 && t < frames ? levels[t * BANDS + b] : 0f;
            }
        }
    }

    private static boolean isSilent(LogMel mel, int frame) {
        for (int b = 0; b < LogMel.BANDS; b++) {
            if (mel.at(frame, b) > SILENCE_DB) {
                return false;
            }
        }
        return true;
    }
}
