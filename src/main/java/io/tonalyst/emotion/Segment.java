// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

/**
 * A stretch of one channel with one winning emotion.
 *
 * @param channel 0 is the first (left)
 * @param startSeconds from the start of the recording
 * @param endSeconds after {@code startSeconds}
 * @param distribution mean of the windows in it
 * @param uncertain whether the confidence lies below the model's abstain threshold
 */
public record Segment(
        int channel,
        double startSeconds,
        double endSeconds,
        EmotionDistribution distribution,
        boolean uncertain) {
    public Emotion emotion() {
        return distribution.top();
    }

    public float confidence() {
        return distribution.confidence();
    }
}
