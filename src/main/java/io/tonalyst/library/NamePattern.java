// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How agent and start time stand in the names of recordings, such as {@code
 * {agent}_{date:yyyyMMdd}_{time:HHmm}} for {@code 32400_20170114_0930.wav}. {@code {agent}} is one
 * or more letters and digits, {@code {date:…}} and {@code {time:…}} are digits as their pattern
 * says (y, M, d, H, m, s), {@code {*}} is anything; the rest stands for itself. The ending of the
 * file does not count.
 */
public final class NamePattern {
    private static final int MAX_LENGTH = 200;

    /** More would let matching take long on long names. */
    private static final int MAX_ANYTHING = 2;

    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}");

    private final String text;
    private final Pattern pattern;
    private final List<Field> fields;

    private record Field(String kind, @Nullable DateTimeFormatter format) {}

    private NamePattern(String text, Pattern pattern, List<Field> fields) {
        this.text = text;
        this.pattern = pattern;
        this.fields = fields;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException with one sentence if it cannot be understood
     */
    public static NamePattern of(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A name pattern has " + MAX_LENGTH + " characters at most.");
        }
        var regex = new StringBuilder();
        List<Field> fields = new ArrayList<>();
        Matcher part = PART.matcher(text);
        int at = 0;
        while (part.find()) {
            regex.append(literal(text.substring(at, part.start())));
            regex.append(field(part.group(1), fields));
            at = part.end();
        }
        regex.append(literal(text.substring(at)));
        long anything = fields.stream().filter(f -> f.kind().equals("*")).count();
        long agents = fields.stream().filter(f -> f.kind().equals("agent")).count();
        if (anything > MAX_ANYTHING || agents > 1) {
            throw new IllegalArgumentException(
                    "A name pattern has {agent} once and {*} twice at most.");
        }
        if (fields.stream().allMatch(f -> f.kind().equals("*"))) {
            throw new IllegalArgumentException(
                    "A name pattern needs {agent}, {date:yyyyMMdd} or {time:HHmm}.");
        }
        return new NamePattern(text, Pattern.compile(regex.toString()), fields);
    }

    private static String literal(String text) {
        if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            throw new IllegalArgumentException(
                    "A name pattern has braces only around agent, date:…, time:… and *.");
        }
        return text.isEmpty() ? "" : Pattern.quote(text);
    }

    private static String field(String inside, List<Field> fields) {
        int colon = inside.indexOf(':');
        String kind = colon < 0 ? inside : inside.substring(0, colon);
        if (inside.equals("agent")) {
            fields.add(new Field(kind, null));
            return "([\\p{L}\\p{N}]+)";
        }
        if (inside.equals("*")) {
            fields.add(new Field(kind, null));
            return "(.*?)";
        }
        boolean date = kind.equals("date");
        String digits = colon < 0 ? "" : inside.substring(colon + 1);
        if ((date || kind.equals("time")) && !digits.isEmpty()) {
            return dated(kind, digits, date ? "yMdHms" : "Hms", fields);
        }
        throw new IllegalArgumentException(
                "{"
                        + inside
                        + "} is no part of a name pattern: use {agent}, {date:yyyyMMdd},"
                        + " {time:HHmm} or {*}.");
    }

    /** Letters are digits, one each, and everything else stands for itself. */
    private static String dated(String kind, String digits, String letters, List<Field> fields) {
        var regex = new StringBuilder("(");
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (letters.indexOf(c) >= 0 && !digits.contains("MMM")) {
                regex.append("\\d");
            } else if (Character.isLetter(c) || c == '\'' || c == '[' || c == ']' || c == '#') {
                throw new IllegalArgumentException(
                        "'"
                                + digits
                                + "' cannot be used in a name pattern: it may hold "
                                + String.join(", ", letters.split(""))
                                + " and signs between them.");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        try {
            fields.add(
                    new Field(
                            kind,
                            DateTimeFormatter.ofPattern(digits.replace('y', 'u'), Locale.ROOT)
                                    .withResolverStyle(ResolverStyle.STRICT)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + digits + "' is no date or time, such as yyyyMMdd or HHmm.", e);
        }
        return regex.append(')').toString();
    }

    /** As it was given. */
    public String text() {
        return text;
    }

    /** What the name of a file says; nothing if it is not made like the pattern. */
    public CallName read(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        Matcher match = pattern.matcher(dot > 0 ? name.substring(0, dot) : name);
        if (!match.matches()) {
            return CallName.NONE;
        }
        Optional<String> agent = Optional.empty();
        Optional<LocalDate> date = Optional.empty();
        Optional<LocalTime> time = Optional.empty();
        try {
            for (int i = 0; i < fields.size(); i++) {
                String value = match.group(i + 1);
                DateTimeFormatter format = fields.get(i).format();
                if (fields.get(i).kind().equals("agent")) {
                    agent = Optional.of(value);
                } else if (format != null) {
                    TemporalAccessor parsed = format.parse(value);
                    date =
                            date.or(
                                    () ->
                                            Optional.ofNullable(
                                                    parsed.query(TemporalQueries.localDate())));
                    time =
                            time.or(
                                    () ->
                                            Optional.ofNullable(
                                                    parsed.query(TemporalQueries.localTime())));
                }
            }
        } catch (DateTimeException e) {
            // Digits that are no date, such as the 31 of February.
            return CallName.NONE;
        }
        return new CallName(agent, date, time);
    }
}
