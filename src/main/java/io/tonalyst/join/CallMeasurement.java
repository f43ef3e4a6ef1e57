// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.join;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.kpi.CallEmotion;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Review;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the windows of a recording say of the whole call. Each window counts the same; where a
 * person has given a label, that is certain. The emotion that prevails is that of the highest mean
 * probability, as in the library.
 */
public final class CallMeasurement {
    private CallMeasurement() {}

    /**
     * The emotion of a call.
     *
     * @param channel counted from 0, the one that is judged; empty for all together
     * @return nothing where no speech was found
     */
    public static Optional<CallEmotion> of(
            PredictionTimeline timeline, Review review, OptionalInt channel) {
        List<Window> windows =
                timeline.windows().stream()
                        .filter(w -> channel.isEmpty() || w.channel() == channel.getAsInt())
                        .filter(w -> !isSilent(w, review))
                        .toList();
        if (windows.isEmpty() || !(timeline.durationSeconds() > 0)) {
            return Optional.empty();
        }
        List<EmotionDistribution> all = new ArrayList<>();
        List<EmotionDistribution> first = new ArrayList<>();
        List<EmotionDistribution> last = new ArrayList<>();
        for (Window window : windows) {
            double middle = (window.startSeconds() + window.endSeconds()) / 2;
            EmotionDistribution said = said(window, middle, review);
            all.add(said);
            if (middle < timeline.durationSeconds() / 3) {
                first.add(said);
            } else if (middle >= timeline.durationSeconds() * 2 / 3) {
                last.add(said);
            }
        }
        EmotionDistribution mean = EmotionDistribution.mean(all);
        return Optional.of(
                new CallEmotion(
                        mean.top().key(),
                        mean.top() == Emotion.ANGRY,
                        mean.confidence(),
                        Math.min(1, covered(windows) / timeline.durationSeconds()),
                        valence(mean),
                        first.isEmpty() || last.isEmpty()
                                ? Double.NaN
                                : valence(EmotionDistribution.mean(last))
                                        - valence(EmotionDistribution.mean(first))));
    }

    private static boolean isSilent(Window window, Review review) {
        double middle = (window.startSeconds() + window.endSeconds()) / 2;
        return review.annotations().stream()
                .anyMatch(
                        a ->
                                a.silent()
                                        && a.channel() == window.channel()
                                        && a.startSeconds() <= middle
                                        && middle < a.endSeconds());
    }

    private static EmotionDistribution said(Window window, double middle, Review review) {
        for (Annotation a : review.annotations()) {
            if (a.channel() == window.channel()
                    && a.label().isPresent()
                    && a.startSeconds() <= middle
                    && middle < a.endSeconds()) {
                return certain(a.label().get());
            }
        }
        return window.distribution();
    }

    private static EmotionDistribution certain(Emotion emotion) {
        float[] probabilities = new float[Emotion.ALL.size()];
        probabilities[Emotion.ALL.indexOf(emotion)] = 1;
        return EmotionDistribution.of(probabilities);
    }

    /**
     * Positive minus negative, in points from -100 to 100: happy counts as positive, sad, angry,
     * fear and disgust as negative, neutral, calm and surprise as neither.
     */
    public static double valence(EmotionDistribution distribution) {
        double sum = 0;
        for (Emotion emotion : Emotion.ALL) {
            int sign = isNegative(emotion) ? -1 : emotion == Emotion.HAPPY ? 1 : 0;
            sum += sign * distribution.of(emotion);
        }
        return Math.clamp(100 * sum, -100.0, 100.0);
    }

    /** Whether an emotion counts as negative in the valence. */
    static boolean isNegative(Emotion emotion) {
        return switch (emotion) {
            case SAD, ANGRY, FEAR, DISGUST -> true;
            case NEUTRAL, CALM, HAPPY, SURPRISE -> false;
        };
    }

    /** Seconds that lie in any of the windows. */
    private static double covered(List<Window> windows) {
        double seconds = 0;
        double reached = 0;
        for (Window w :
                windows.stream()
                        .sorted(Comparator.comparingDouble(Window::startSeconds))
                        .toList()) {
            double from = Math.max(reached, w.startSeconds());
            if (w.endSeconds() > from) {
                seconds += w.endSeconds() - from;
                reached = w.endSeconds();
            }
        }
        return seconds;
    }
}
