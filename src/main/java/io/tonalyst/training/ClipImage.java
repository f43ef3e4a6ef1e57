// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Clip;
import io.tonalyst.emotion.NetworkImage;

/**
 * A clip with its image in compact form.
 *
 * @param frames columns of 16 ms
 * @param levels {@code frames x 128} levels, 0 = -80 dB, 255 = 0 dB, unsigned, frame by frame
 */
record ClipImage(Clip clip, int frames, byte[] levels) {
    private static final float STEPS = 255f;

    /** Longer clips are cut to their middle; no clip of the corpora is this long (8 s). */
    private static final int MAX_FRAMES = 500;

    static ClipImage of(Clip clip, NetworkImage image) {
        int frames = Math.min(image.frames(), MAX_FRAMES);
        int from = (image.frames() - frames) / 2;
        byte[] levels = new byte[frames * NetworkImage.BANDS];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Math.round(image.levels()[from * NetworkImage.BANDS + i] * STEPS);
        }
        return new ClipImage(clip, frames, levels);
    }

    /** Whether it came over a telephone, as {@link NetworkImage#isNarrowBand} tells. */
    boolean isNarrowBand() {
        return image().isNarrowBand();
    }

    /** Level of one band in one frame, 0..1. */
    float at(int frame, int band) {
        return (levels[frame * NetworkImage.BANDS + band] & 0xff) / STEPS;
    }

    /** The image as the network takes it. */
    NetworkImage image() {
        float[] values = new float[levels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (levels[i] & 0xff) / STEPS;
        }
        return new NetworkImage(frames, values);
    }
}
