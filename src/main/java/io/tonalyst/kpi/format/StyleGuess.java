// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Tells from samples how a column's dates or durations are written. */
public final class StyleGuess {
    /** A style that reads fewer of the samples than this share is none. */
    private static final double ENOUGH = 0.5;

    private StyleGuess() {}

    /**
     * The style of dates. Day and month first are told apart by all samples: one day above 12
     * settles it. When none does, the guess is not certain, and the other order is among the
     * others.
     *
     * @param samples texts that are not blank
     * @return nothing if no style reads half of the samples
     */
    public static Optional<Guess<DateStyle>> date(List<String> samples, char decimal) {
        return guess(
                samples,
                List.of(DateStyle.values()),
                style ->
                        (int)
                                samples.stream()
                                        .filter(t -> style.parse(t, decimal) != DateStyle.BAD)
                                        .count());
    }

    /**
     * The style of durations. Plain numbers are seconds unless the column's name says otherwise or
     * all lie below 1; numbers that could as well be minutes, and {@code 2:23} without hours, are
     * not certain.
     *
     * @param column name of the column
     * @param samples texts that are not blank
     * @return nothing if no style reads half of the samples
     */
    public static Optional<Guess<DurationStyle>> duration(
            String column, List<String> samples, char decimal) {
        List<DurationStyle> texts =
                Arrays.stream(DurationStyle.values()).filter(s -> !s.isNumber()).toList();
        ToIntFunction<DurationStyle> read =
                style ->
                        (int)
                                samples.stream()
                                        .filter(t -> style.parse(t, decimal) != DurationStyle.BAD)
                                        .count();
        int numbers = read.applyAsInt(DurationStyle.SECONDS);
        Optional<Guess<DurationStyle>> written = guess(samples, texts, read);
        if (written.isPresent() && written.get().read() >= numbers) {
            return written.map(found -> clock(found, samples));
        }
        if (samples.isEmpty() || numbers < ENOUGH * samples.size()) {
            return Optional.empty();
        }
        return Optional.of(number(column, samples, decimal, numbers));
    }

    /** 2:23 is minutes and seconds; certain where hours are written out or cannot be meant. */
    private static Guess<DurationStyle> clock(Guess<DurationStyle> found, List<String> samples) {
        if (found.style() != DurationStyle.MIN_SEC) {
            return found;
        }
        long twoParts =
                samples.stream().filter(t -> t.chars().filter(c -> c == ':').count() == 1).count();
        boolean manyMinutes =
                samples.stream()
                        .filter(t -> t.matches("\\s*\\d{1,6}:\\d{2}.*"))
                        .map(String::strip)
                        .anyMatch(t -> Integer.parseInt(t.substring(0, t.indexOf(':'))) > 23);
        return new Guess<>(
                found.style(),
                List.of(DurationStyle.HOUR_MIN),
                twoParts == 0 || manyMinutes,
                found.read(),
                found.sampled());
    }

    private static Guess<DurationStyle> number(
            String column, List<String> samples, char decimal, int read) {
        String name = column.toLowerCase(Locale.ROOT);
        DurationStyle named = null;
        if (name.matches(".*(?:millis|msec|[_( -]ms\\b).*")) {
            named = DurationStyle.MILLISECONDS;
        } else if (name.matches(".*(?:sec|[_( -]s\\b|sek).*")) {
            named = DurationStyle.SECONDS;
        } else if (name.matches(".*(?:minute|[_( -]mins?\\b|\\bmins?\\b).*")) {
            named = DurationStyle.MINUTES;
        } else if (name.matches(".*(?:hours|[_( -]hrs?\\b|[_( -]h\\b).*")) {
            named = DurationStyle.HOURS;
        }
        double[] values =
                samples.stream()
                        .mapToDouble(text -> Numbers.parse(text, decimal))
                        .filter(value -> !Double.isNaN(value))
                        .sorted()
                        .toArray();
        if (named == null && values[values.length - 1] < 1 && values[values.length - 1] > 0) {
            return new Guess<>(
                    DurationStyle.DAYS, List.of(DurationStyle.HOURS), true, read, samples.size());
        }
        boolean fractions = Arrays.stream(values).anyMatch(v -> v != Math.rint(v));
        boolean couldBeMinutes = named == null && fractions && values[values.length / 2] < 30;
        return new Guess<>(
                named == null ? DurationStyle.SECONDS : named,
                couldBeMinutes ? List.of(DurationStyle.MINUTES) : List.of(),
                !couldBeMinutes,
                read,
                samples.size());
    }

    private static <S> Optional<Guess<S>> guess(
            List<String> samples, List<S> styles, ToIntFunction<S> read) {
        S best = null;
        int most = 0;
        List<Integer> counts = new ArrayList<>();
        for (S style : styles) {
            int count = read.applyAsInt(style);
            counts.add(count);
            if (count > most) {
                best = style;
                most = count;
            }
        }
        if (best == null || most < ENOUGH * samples.size()) {
            return Optional.empty();
        }
        List<S> others = new ArrayList<>();
        for (int i = 0; i < styles.size(); i++) {
            if (styles.get(i) != best && counts.get(i) >= most) {
                others.add(styles.get(i));
            }
        }
        return Optional.of(new Guess<>(best, others, others.isEmpty(), most, samples.size()));
    }
}
