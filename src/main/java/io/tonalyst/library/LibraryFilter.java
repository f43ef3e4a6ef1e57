// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.review.Review;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question to the library, as it is typed: words and conditions with blanks between them, all of
 * which must hold. A word is found in path, agent, date, emotion, state and what a person wrote. A
 * condition compares a column with a value: {@code angry>30} (per cent of the speech, of any
 * emotion), {@code length>5:00}, {@code segments>10}, {@code said>0}, {@code start>2017-01-14},
 * {@code agent:32400}, {@code mostly:sad}, {@code state:problem}. A minus before a word or a
 * condition turns it round. A recording without the value, because it is not analysed, never meets
 * a condition on it, turned round or not.
 */
public final class LibraryFilter {
    private static final Pattern CONDITION =
            Pattern.compile("([a-z]+)(>=|<=|>|<|=|:)(.*)", Pattern.DOTALL);
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,6}):(\\d{1,2})");

    /** What a condition says of a recording. */
    private enum Answer {
        YES,
        NO,
        UNKNOWN;

        static Answer of(boolean yes) {
            return yes ? YES : NO;
        }

        boolean holds(boolean turned) {
            return this == (turned ? NO : YES);
        }
    }

    @FunctionalInterface
    private interface Condition {
        Answer of(LibraryEntry entry, Review review);
    }

    private final List<BiPredicate<LibraryEntry, Review>> parts;

    private LibraryFilter(List<BiPredicate<LibraryEntry, Review>> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a question; an empty one finds everything.
     *
     * @throws IllegalArgumentException with one sentence, if a condition cannot be understood
     */
    public static LibraryFilter of(String text) {
        List<BiPredicate<LibraryEntry, Review>> parts = new ArrayList<>();
        for (String typed : text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            boolean turned = typed.length() > 1 && typed.startsWith("-");
            String part = turned ? typed.substring(1) : typed;
            if (!part.isEmpty()) {
                Condition condition = condition(part);
                parts.add((entry, review) -> condition.of(entry, review).holds(turned));
            }
        }
        return new LibraryFilter(parts);
    }

    /**
     * Whether a recording meets all of the question.
     *
     * @param review what a person says of the recording
     */
    public boolean matches(LibraryEntry entry, Review review) {
        for (BiPredicate<LibraryEntry, Review> part : parts) {
            if (!part.test(entry, review)) {
                return false;
            }
        }
        return true;
    }

    private static Condition condition(String part) {
        Matcher match = CONDITION.matcher(part);
        if (match.matches()) {
            String column = match.group(1);
            String sign = match.group(2);
            String value = match.group(3);
            Optional<Emotion> emotion =
                    Emotion.ALL.stream().filter(e -> e.key().equals(column)).findFirst();
            if (emotion.isPresent()) {
                double wanted = number(part, value.replace("%", ""), "angry>30");
                return number(sign, wanted, (e, r) -> 100 * e.share(emotion.get()));
            }
            switch (column) {
                case "length" -> {
                    return number(sign, seconds(part, value), (e, r) -> e.seconds());
                }
                case "segments" -> {
                    double wanted = number(part, value, "segments>10");
                    return number(
                            sign,
                            wanted,
                            (e, r) ->
                                    e.timeline()
                                            .map(PredictionTimeline::segments)
                                            .map(List::size)
                                            .map(Integer::doubleValue)
                                            .orElse(Double.NaN));
                }
                case "said" -> {
                    double wanted = number(part, value, "said>0");
                    return number(sign, wanted, (e, r) -> r.remarks());
                }
                case "start" -> {
                    double wanted = day(part, value).toEpochDay();
                    return number(
                            sign,
                            wanted,
                            (e, r) ->
                                    e.call()
                                            .date()
                                            .map(d -> (double) d.toEpochDay())
                                            .orElse(Double.NaN));
                }
                case "agent" -> {
                    return (e, r) -> text(e.call().agent(), value);
                }
                case "mostly" -> {
                    return (e, r) -> text(e.mostly().map(Emotion::key), value);
                }
                case "state" -> {
                    return (e, r) -> text(Optional.of(e.state().title()), value);
                }
                default -> {
                    // A path such as c:\calls is a word.
                }
            }
        }
        return (entry, review) -> Answer.of(entry.matches(part, review.words()));
    }

    private static Answer text(Optional<String> said, String wanted) {
        return said.map(s -> Answer.of(s.toLowerCase(Locale.ROOT).contains(wanted)))
                .orElse(Answer.UNKNOWN);
    }

    @FunctionalInterface
    private interface Figure {
        double of(LibraryEntry entry, Review review);
    }

    private static Condition number(String sign, double wanted, Figure figure) {
        return (entry, review) -> {
            double value = figure.of(entry, review);
            if (Double.isNaN(value)) {
                return Answer.UNKNOWN;
            }
            return Answer.of(
                    switch (sign) {
                        case ">" -> value > wanted;
                        case ">=" -> value >= wanted;
                        case "<" -> value < wanted;
                        case "<=" -> value <= wanted;
                        default -> Math.abs(value - wanted) < 0.5;
                    });
        };
    }

    private static double number(String part, String value, String example) {
        OptionalDouble number = number(value);
        if (number.isEmpty()) {
            throw misunderstood(part, "a number", example);
        }
        return number.getAsDouble();
    }

    private static OptionalDouble number(String value) {
        try {
            return OptionalDouble.of(Double.parseDouble(value));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static double seconds(String part, String value) {
        Matcher clock = CLOCK.matcher(value);
        if (!clock.matches()) {
            return number(part, value, "length>5:00");
        }
        String hours = clock.group(1);
        return (hours == null ? 0 : 3600.0 * Integer.parseInt(hours))
                + 60.0 * Integer.parseInt(clock.group(2))
                + Integer.parseInt(clock.group(3));
    }

    private static LocalDate day(String part, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw misunderstood(part, "a day", "start>2017-01-14");
        }
    }

    private static IllegalArgumentException misunderstood(
            String part, String wanted, String example) {
        return new IllegalArgumentException(
                "“" + part + "” needs " + wanted + ", such as " + example + ".");
    }
}
