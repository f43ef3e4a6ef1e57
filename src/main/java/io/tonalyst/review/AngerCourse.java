// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.review;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.PredictionTimeline;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * How anger goes through a call: where it is first told, where it lasts longest, and whether it
 * rises. A person's labels count before the model's; uncertain segments tell nothing.
 *
 * @param first stretch of anger; empty where none is told
 * @param longest stretch of anger, the earlier of two that are equally long
 * @param trend mean probability of anger over the last third of the recording less that over the
 *     first, -100 to 100 points; empty unless there is speech in both
 */
public record AngerCourse(
        Optional<EmotionStretch> first, Optional<EmotionStretch> longest, OptionalDouble trend) {
    /** Points from which on a trend is told as one. */
    public static final double NOTABLE_POINTS = 10;

    /** The course of a recording. */
    public static AngerCourse of(PredictionTimeline timeline, Review review) {
        List<EmotionStretch> angry = EmotionStretch.all(timeline, review, Emotion.ANGRY);
        double third = timeline.durationSeconds() / 3;
        List<SaidWindow> windows = SaidWindow.of(timeline, review);
        OptionalDouble begin = anger(windows, window -> window.middle() < third);
        OptionalDouble end = anger(windows, window -> window.middle() >= 2 * third);
        return new AngerCourse(
                angry.stream().findFirst(),
                angry.stream()
                        .max(
                                Comparator.comparingDouble(EmotionStretch::seconds)
                                        .thenComparing(
                                                EmotionStretch::startSeconds,
                                                Comparator.reverseOrder())),
                begin.isPresent() && end.isPresent()
                        ? OptionalDouble.of(100 * (end.getAsDouble() - begin.getAsDouble()))
                        : OptionalDouble.empty());
    }

    /** The trend in words, such as {@code anger rises by 22 points}; empty without one. */
    public Optional<String> trendInWords() {
        if (trend.isEmpty()) {
            return Optional.empty();
        }
        long points = Math.round(Math.abs(trend.getAsDouble()));
        if (points < NOTABLE_POINTS) {
            return Optional.of("anger stays as it is");
        }
        return Optional.of(
                "anger %s by %d points"
                        .formatted(trend.getAsDouble() > 0 ? "rises" : "falls", points));
    }

    private static OptionalDouble anger(List<SaidWindow> windows, Predicate<SaidWindow> where) {
        return windows.stream()
                .filter(where)
                .mapToDouble(window -> window.distribution().of(Emotion.ANGRY))
                .average();
    }
}
