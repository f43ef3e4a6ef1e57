// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import java.util.List;
import java.util.Optional;

/**
 * What the model says of a recording.
 *
 * @param durationSeconds length of the recording
 * @param channels number of channels
 * @param windows predictions, smoothed within an utterance, in order of channel, then time; only
 *     where there is speech
 * @param segments windows smoothed and joined, in order of channel, then time
 * @param overall mean over all windows; empty when no speech was found
 */
public record PredictionTimeline(
        double durationSeconds,
        int channels,
        List<Window> windows,
        List<Segment> segments,
        Optional<EmotionDistribution> overall) {
    public PredictionTimeline {
        windows = List.copyOf(windows);
        segments = List.copyOf(segments);
    }

    /**
     * One prediction, valid around its centre.
     *
     * @param startSeconds start of the stretch this prediction stands for on the time axis
     * @param endSeconds end of that stretch; stretches of one channel do not overlap
     */
    public record Window(
            int channel,
            double startSeconds,
            double endSeconds,
            EmotionDistribution distribution) {}
}
