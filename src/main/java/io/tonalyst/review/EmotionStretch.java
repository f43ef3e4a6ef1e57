// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.review;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of one channel in which one emotion prevails: segments of that emotion with no more
 * than a breath between them. A person's labels and edges count before the model's.
 *
 * @param channel 0 is the first (left)
 * @param startSeconds from the start of the recording
 * @param endSeconds after {@code startSeconds}
 * @param weight expected seconds of the emotion: seconds of each segment times its probability, 1
 *     where a person said it
 * @param told whether a segment tells the emotion; else it is merely where it is most likely
 */
public record EmotionStretch(
        int channel, double startSeconds, double endSeconds, double weight, boolean told) {
    private static final double BREATH_SECONDS = 2;

    /** The stretches of an emotion, in order of time, then channel; uncertain segments left out. */
    public static List<EmotionStretch> all(
            PredictionTimeline timeline, Review review, Emotion emotion) {
        List<EmotionStretch> all = new ArrayList<>();
        for (EmotionStretch next : segments(timeline, review, emotion)) {
            EmotionStretch last = all.isEmpty() ? null : all.getLast();
            boolean joins =
                    last != null
                            && last.channel == next.channel
                            && next.startSeconds - last.endSeconds <= BREATH_SECONDS;
            if (last != null && joins) {
                all.set(all.size() - 1, last.with(next));
            } else {
                all.add(next);
            }
        }
        all.sort(IN_TIME);
        return all;
    }

    /**
     * Where an emotion is strongest: its stretch of the largest weight, or without any the
     * prediction that gives it the highest probability; empty without speech.
     */
    public static Optional<EmotionStretch> strongest(
            PredictionTimeline timeline, Review review, Emotion emotion) {
        return all(timeline, review, emotion).stream()
                .max(Comparator.comparingDouble(EmotionStretch::weight))
                .or(
                        () ->
                                timeline.windows().stream()
                                        .max(
                                                Comparator.comparingDouble(
                                                        w -> w.distribution().of(emotion)))
                                        .map(w -> likely(w, emotion)));
    }

    /** Its length, pauses left in. */
    public double seconds() {
        return endSeconds - startSeconds;
    }

    /** Probability of the emotion, averaged over the stretch, its pauses left in: 0 to 1. */
    public double probability() {
        return weight / (endSeconds - startSeconds);
    }

    private static final Comparator<EmotionStretch> IN_TIME =
            Comparator.comparingDouble(EmotionStretch::startSeconds)
                    .thenComparingInt(EmotionStretch::channel);

    /** In order of channel, then time. */
    private static List<EmotionStretch> segments(
            PredictionTimeline timeline, Review review, Emotion emotion) {
        return review.over(timeline).stream()
                .filter(r -> !r.isUncertain() && r.emotion().filter(e -> e == emotion).isPresent())
                .map(r -> of(r, emotion))
                .toList();
    }

    private static EmotionStretch of(Reviewed row, Emotion emotion) {
        double probability =
                row.label().isPresent()
                        ? 1
                        : row.segment().map(s -> s.distribution().of(emotion)).orElse(1f);
        double seconds = row.endSeconds() - row.startSeconds();
        return new EmotionStretch(
                row.channel(), row.startSeconds(), row.endSeconds(), seconds * probability, true);
    }

    private static EmotionStretch likely(Window w, Emotion emotion) {
        double seconds = w.endSeconds() - w.startSeconds();
        return new EmotionStretch(
                w.channel(),
                w.startSeconds(),
                w.endSeconds(),
                seconds * w.distribution().of(emotion),
                false);
    }

    private EmotionStretch with(EmotionStretch next) {
        return new EmotionStretch(
                channel,
                startSeconds,
                Math.max(endSeconds, next.endSeconds),
                weight + next.weight,
                true);
    }
}
