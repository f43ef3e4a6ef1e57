// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Named values on a line of equal steps, such as the days of a month or the windows of a call: all
 * a score needs to know, whatever the values mean. {@link KpiSound} makes one of key figures.
 *
 * @param title such as {@code Agent 32400, January 2017, AHT}
 * @param subject whose values these are, such as {@code Agent 32400}
 * @param name of the value in a sentence, such as {@code AHT}
 * @param unit of the value; empty for none
 * @param step what a step is called, such as {@code day}
 * @param gap how a step without a value is called, such as {@code days without calls}; empty where
 *     there can be none
 * @param steps number of steps, 1 to {@link #MAX_STEPS}
 * @param points the steps that have a value, ascending
 * @param main the value itself: its range is that of the visible axis
 * @param others what else is known of the points
 * @param threshold in the unit of the value
 * @param ceiling the greatest value there can be, such as 100 % of a share
 * @param voice the instrument unless a design asks for another
 * @param marks divisions of the line, ascending
 */
public record SoundSeries(
        String title,
        String subject,
        String name,
        String unit,
        String step,
        String gap,
        int steps,
        List<Point> points,
        Dimension main,
        List<Dimension> others,
        OptionalDouble threshold,
        OptionalDouble ceiling,
        Timbre voice,
        List<Mark> marks) {
    /** Most steps of a series: they are all held in memory as sound. */
    public static final int MAX_STEPS = 5_000;

    /** Key of the value itself. */
    public static final String VALUE = "value";

    /** Key of the place on the line: 0 at the first step, 1 at the last. */
    public static final String TIME = "time";

    /** Key of how well founded a value is: 0.4 hardly, 1 well. */
    public static final String CERTAINTY = "certainty";

    /**
     * A step that has a value.
     *
     * @param step 0-based
     * @param label the step and its value in words
     */
    public record Point(int step, double value, String label) {}

    /**
     * A division of the line.
     *
     * @param step that begins with it
     * @param strong whether it is one of the greater divisions
     */
    public record Mark(int step, boolean strong) {}

    public SoundSeries {
        if (steps < 1 || steps > MAX_STEPS) {
            throw new IllegalArgumentException("Not a number of steps: " + steps);
        }
        int count = points.size();
        if (main.values().size() != count
                || others.stream().anyMatch(o -> o.values().size() != count)) {
            throw new IllegalArgumentException("Each dimension has a value for each point");
        }
        points = List.copyOf(points);
        others = List.copyOf(others);
        marks = List.copyOf(marks);
    }

    /** The dimension of a key; {@link #TIME} and unknown ones have none. */
    public Optional<Dimension> dimension(String key) {
        return key.equals(VALUE)
                ? Optional.of(main)
                : others.stream().filter(o -> o.key().equals(key)).findFirst();
    }

    /** The same with its other dimensions on the ranges of all of some series, as its own is. */
    SoundSeries besides(List<SoundSeries> all) {
        return new SoundSeries(
                title,
                subject,
                name,
                unit,
                step,
                gap,
                steps,
                points,
                main,
                others.stream()
                        .map(
                                one ->
                                        one.spanning(
                                                all.stream()
                                                        .flatMap(
                                                                s ->
                                                                        s
                                                                                .dimension(
                                                                                        one.key())
                                                                                .stream())
                                                        .toList()))
                        .toList(),
                threshold,
                ceiling,
                voice,
                marks);
    }

    /** Whether a value lies on the bad side of the threshold; one at an upper threshold does. */
    public boolean isBreach(double value) {
        return threshold.isPresent()
                && (main.higherIsWorse()
                        ? value >= threshold.getAsDouble()
                        : value < threshold.getAsDouble());
    }

    /** A value without needless decimals, with its unit. */
    public String inWords(double value) {
        String number =
                value == Math.rint(value)
                        ? String.format(Locale.ROOT, "%,.0f", value)
                        : String.format(Locale.ROOT, "%,.1f", value);
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
