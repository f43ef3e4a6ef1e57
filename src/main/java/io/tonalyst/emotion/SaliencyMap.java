// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.signal.LogMel;

/**
 * How much each point of a log-mel image speaks for the emotion the model tells.
 *
 * @param emotion told
 * @param probability of that emotion, 0 to 1
 * @param frames columns of 16 ms
 * @param weights {@code frames x LogMel.BANDS}, frame by frame: fall of the probability when the
 *     surroundings of the point are blanked, -1 to 1; negative where they speak against it
 */
public record SaliencyMap(Emotion emotion, float probability, int frames, float[] weights) {
    public SaliencyMap {
        if (weights.length != frames * LogMel.BANDS) {
            throw new IllegalArgumentException("Not a weight for each point");
        }
    }

    public float at(int frame, int band) {
        return weights[frame * LogMel.BANDS + band];
    }
}
