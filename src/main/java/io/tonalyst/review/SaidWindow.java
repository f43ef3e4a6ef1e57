// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.review;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import java.util.List;

/**
 * A window of a recording with what is said of it: by a person, which is certain, or else by the
 * model.
 */
public record SaidWindow(Window window, EmotionDistribution distribution) {
    /** The windows in their order, without those of which a person said that nobody speaks. */
    public static List<SaidWindow> of(PredictionTimeline timeline, Review review) {
        return timeline.windows().stream()
                .filter(window -> at(window, review).stream().noneMatch(Annotation::silent))
                .map(window -> new SaidWindow(window, said(window, review)))
                .toList();
    }

    private static EmotionDistribution said(Window window, Review review) {
        return at(window, review).stream()
                .flatMap(annotation -> annotation.label().stream())
                .findFirst()
                .map(SaidWindow::certain)
                .orElse(window.distribution());
    }

    /** What a person said of the middle of a window. */
    private static List<Annotation> at(Window window, Review review) {
        double middle = middle(window);
        return review.annotations().stream()
                .filter(a -> a.channel() == window.channel())
                .filter(a -> a.startSeconds() <= middle && middle < a.endSeconds())
                .toList();
    }

    private static EmotionDistribution certain(Emotion emotion) {
        float[] probabilities = new float[Emotion.ALL.size()];
        probabilities[Emotion.ALL.indexOf(emotion)] = 1;
        return EmotionDistribution.of(probabilities);
    }

    /** Seconds from the start of the recording to the middle of the window. */
    public double middle() {
        return middle(window);
    }

    private static double middle(Window window) {
        return (window.startSeconds() + window.endSeconds()) / 2;
    }
}
