// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.sonify.Channel;
import io.tonalyst.sonify.Dimension;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.SoundDesign;
import io.tonalyst.sonify.SoundDesign.Property;
import io.tonalyst.sonify.SoundPresets;
import io.tonalyst.sonify.SoundSeries;
import io.tonalyst.sonify.Timbre;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The lesson of half a minute: what high, low, left, right, loud and the signals mean. */
final class SoundLesson {
    /** Seconds of silence between two steps. */
    static final double PAUSE_SECONDS = 0.6;

    /**
     * @param text what to listen for, one sentence or two
     * @param values the values heard, 0 to 100, as the small chart beside the text draws them
     */
    record Step(String title, String text, List<Double> values, SonificationScore score) {}

    private SoundLesson() {}

    /** The steps in their order. */
    static List<Step> steps() {
        var plain = SoundPresets.precise().every(400).signalling(false, false);
        var wide = plain.with(Property.PAN, Channel.following(SoundSeries.TIME, -1, 1));
        return List.of(
                step(
                        "Low and high",
                        "A low tone is a small value, a high tone a great one.",
                        plain,
                        null,
                        5,
                        5,
                        95,
                        95,
                        5,
                        95),
                step(
                        "The line",
                        "Tones follow each other as the days do: this value rises,"
                                + " stays, and falls.",
                        plain,
                        null,
                        10,
                        25,
                        40,
                        55,
                        70,
                        85,
                        85,
                        85,
                        60,
                        35,
                        10),
                step(
                        "Left and right",
                        "With \u201cLeft and right\u201d on time, the first day"
                                + " is heard on the left and the last on the right.",
                        wide,
                        null,
                        50,
                        50,
                        50,
                        50,
                        50,
                        50,
                        50,
                        50,
                        50,
                        50),
                step(
                        "Loud and soft",
                        "A soft tone rests on few calls: trust it less. Here every"
                                + " other day has few.",
                        plain,
                        certainty(10),
                        40,
                        60,
                        40,
                        60,
                        40,
                        60,
                        40,
                        60,
                        40,
                        60),
                step(
                        "Crossing the threshold",
                        "Where the value crosses the threshold, a short"
                                + " signal rings out above all tones: up as it gets worse, down as it gets"
                                + " better.",
                        plain.signalling(true, false),
                        null,
                        20,
                        30,
                        40,
                        80,
                        90,
                        80,
                        30,
                        20),
                step(
                        "A month",
                        "All of it together, with the tick of the calendar: find the bad"
                                + " week.",
                        wide.every(250).signalling(true, true),
                        null,
                        30,
                        35,
                        28,
                        33,
                        31,
                        36,
                        30,
                        34,
                        72,
                        85,
                        91,
                        88,
                        79,
                        40,
                        33,
                        30,
                        34,
                        29,
                        32,
                        31));
    }

    /** How long the lesson takes, with its pauses. */
    static double seconds() {
        List<Step> steps = steps();
        return steps.stream().mapToDouble(step -> step.score().seconds()).sum()
                + (steps.size() - 1) * PAUSE_SECONDS;
    }

    private static List<Double> certainty(int count) {
        return IntStream.range(0, count).mapToObj(i -> i % 2 == 0 ? 1.0 : 0.4).toList();
    }

    private static Step step(
            String title,
            String text,
            SoundDesign design,
            @Nullable List<Double> certainty,
            double... values) {
        List<Double> all = Arrays.stream(values).boxed().toList();
        var others =
                certainty == null
                        ? List.<Dimension>of()
                        : List.of(
                                new Dimension(
                                        SoundSeries.CERTAINTY,
                                        "certainty",
                                        false,
                                        0.4,
                                        1,
                                        certainty));
        var series =
                new SoundSeries(
                        title,
                        "Lesson",
                        "value",
                        "",
                        "day",
                        "",
                        values.length,
                        IntStream.range(0, values.length)
                                .mapToObj(
                                        i -> new SoundSeries.Point(i, values[i], "Day " + (i + 1)))
                                .toList(),
                        new Dimension(SoundSeries.VALUE, "value", true, 0, 100, all),
                        others,
                        OptionalDouble.of(60),
                        OptionalDouble.of(100),
                        Timbre.FLUTE,
                        IntStream.range(0, values.length)
                                .mapToObj(i -> new SoundSeries.Mark(i, i % 5 == 0))
                                .toList());
        return new Step(
                title, text, all, SonificationScore.of(series, new Mapping.Designed(design)));
    }
}
