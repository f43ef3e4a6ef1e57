// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.join;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.sonify.Dimension;
import io.tonalyst.sonify.SoundSeries;
import io.tonalyst.sonify.Timbre;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * The emotions of a call as a series that can be heard with any sound mapping: its value is the
 * valence, a step a second of the call; further sources are the eight emotions by their keys, in
 * percent, and the certainty of the model.
 */
public final class EmotionSound {
    private static final int MARK_STEPS = 10;
    private static final int STRONG_STEPS = 60;

    private EmotionSound() {}

    /** A step of the call and what is said of it. */
    private record Heard(int step, EmotionDistribution said) {}

    /**
     * The series of a call.
     *
     * @param name of the recording
     * @param channel counted from 0; empty for all together
     */
    public static SoundSeries of(PredictionTimeline timeline, String name, OptionalInt channel) {
        double stepSeconds = stepSeconds(timeline);
        int steps =
                Math.clamp(
                        (long) Math.ceil(timeline.durationSeconds() / stepSeconds),
                        1,
                        SoundSeries.MAX_STEPS);
        List<Heard> heard = heard(timeline, channel, stepSeconds, steps);
        var main =
                new Dimension(
                        SoundSeries.VALUE,
                        "valence",
                        false,
                        -100,
                        100,
                        values(heard, CallMeasurement::valence));
        List<Dimension> others = new ArrayList<>();
        others.add(
                new Dimension(
                        SoundSeries.CERTAINTY,
                        "certainty",
                        false,
                        0,
                        1,
                        values(heard, EmotionDistribution::confidence)));
        for (Emotion emotion : Emotion.ALL) {
            boolean worse = CallMeasurement.isNegative(emotion);
            others.add(
                    new Dimension(
                            emotion.key(),
                            emotion.key(),
                            worse,
                            0,
                            100,
                            values(heard, d -> 100.0 * d.of(emotion))));
        }
        return new SoundSeries(
                name + ", valence",
                name,
                "valence",
                "points",
                stepSeconds == 1 ? "second" : "step",
                "seconds without speech",
                steps,
                heard.stream().map(h -> point(h, stepSeconds)).toList(),
                main,
                others,
                OptionalDouble.of(0),
                OptionalDouble.empty(),
                Timbre.TRIANGLE,
                marks(steps));
    }

    /**
     * Length of a step of the series in seconds of the call; calls beyond the bound have longer.
     */
    public static double stepSeconds(PredictionTimeline timeline) {
        return Math.max(1, timeline.durationSeconds() / (SoundSeries.MAX_STEPS - 1.0));
    }

    private static List<Heard> heard(
            PredictionTimeline timeline, OptionalInt channel, double stepSeconds, int steps) {
        List<List<EmotionDistribution>> said = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            said.add(new ArrayList<>());
        }
        for (Window window : timeline.windows()) {
            if (channel.isEmpty() || window.channel() == channel.getAsInt()) {
                // The steps whose middles lie in the window.
                int from = (int) Math.ceil(window.startSeconds() / stepSeconds - 0.5);
                int to = (int) Math.ceil(window.endSeconds() / stepSeconds - 0.5);
                for (int step = Math.max(0, from); step < Math.min(steps, to); step++) {
                    said.get(step).add(window.distribution());
                }
            }
        }
        List<Heard> heard = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            if (!said.get(step).isEmpty()) {
                heard.add(new Heard(step, EmotionDistribution.mean(said.get(step))));
            }
        }
        return heard;
    }

    private static List<Double> values(
            List<Heard> heard, ToDoubleFunction<EmotionDistribution> value) {
        return heard.stream().map(h -> value.applyAsDouble(h.said())).toList();
    }

    private static SoundSeries.Point point(Heard heard, double stepSeconds) {
        double valence = CallMeasurement.valence(heard.said());
        int second = (int) (heard.step() * stepSeconds);
        return new SoundSeries.Point(
                heard.step(),
                valence,
                String.format(
                        Locale.ROOT,
                        "%d:%02d %s, valence %.0f points",
                        second / 60,
                        second % 60,
                        heard.said().top().key(),
                        valence));
    }

    private static List<SoundSeries.Mark> marks(int steps) {
        List<SoundSeries.Mark> marks = new ArrayList<>();
        for (int step = 0; step < steps; step += MARK_STEPS) {
            marks.add(new SoundSeries.Mark(step, step % STRONG_STEPS == 0));
        }
        return marks;
    }
}
