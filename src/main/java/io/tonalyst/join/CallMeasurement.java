// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.join;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.kpi.CallEmotion;
import io.tonalyst.review.Review;
import io.tonalyst.review.SaidWindow;
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
        List<SaidWindow> windows =
                SaidWindow.of(timeline, review).stream()
                        .filter(
                                w ->
                                        channel.isEmpty()
                                                || w.window().channel() == channel.getAsInt())
                        .toList();
        if (windows.isEmpty() || !(timeline.durationSeconds() > 0)) {
            return Optional.empty();
        }
        List<EmotionDistribution> all = new ArrayList<>();
        List<EmotionDistribution> first = new ArrayList<>();
        List<EmotionDistribution> last = new ArrayList<>();
        for (SaidWindow window : windows) {
            EmotionDistribution said = window.distribution();
            all.add(said);
            if (window.middle() < timeline.durationSeconds() / 3) {
                first.add(said);
            } else if (window.middle() >= timeline.durationSeconds() * 2 / 3) {
                last.add(said);
            }
        }
        EmotionDistribution mean = EmotionDistribution.mean(all);
        return Optional.of(
                new CallEmotion(
                        mean.top().key(),
                        mean.top() == Emotion.ANGRY,
                        mean.confidence(),
                        Math.min(
                                1,
                                covered(windows.stream().map(SaidWindow::window).toList())
                                        / timeline.durationSeconds()),
                        valence(mean),
                        first.isEmpty() || last.isEmpty()
                                ? Double.NaN
                                : valence(EmotionDistribution.mean(last))
                                        - valence(EmotionDistribution.mean(first))));
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
