// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.format.DateStyle;
import io.tonalyst.kpi.format.DurationStyle;
import io.tonalyst.kpi.format.Numbers;
import io.tonalyst.kpi.format.TimeOfDay;
import io.tonalyst.kpi.format.YesNo;
import io.tonalyst.kpi.source.Binding.Bound;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the samples of a column are read as a field, for looking at.
 *
 * @param shown the first ones as they stand and as they are understood
 * @param sampled samples that are not blank
 * @param unread how many of them cannot be read
 * @param blank samples that are blank
 */
public record FieldSamples(List<Shown> shown, int sampled, int unread, int blank) {
    private static final int FIRST = 3;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH);

    public FieldSamples {
        shown = List.copyOf(shown);
    }

    /**
     * A sample.
     *
     * @param text as it stands in the file
     * @param meaning as it is understood; null when it cannot be read
     */
    public record Shown(String text, @Nullable String meaning) {}

    /** Reads the samples of a field that is bound to a column. */
    public static FieldSamples of(Binding binding, Bound bound) {
        List<String> values = binding.sample().values(bound.column());
        char decimal = binding.sample().dialect().decimal();
        List<Shown> first = new ArrayList<>();
        List<Shown> faults = new ArrayList<>();
        int unread = 0;
        for (String text : values) {
            String meaning = meaning(bound, text, decimal);
            if (meaning == null) {
                unread++;
            }
            List<Shown> kind = meaning == null ? faults : first;
            if (kind.size() < FIRST && kind.stream().noneMatch(s -> s.text().equals(text))) {
                kind.add(new Shown(text, meaning));
            }
        }
        if (!faults.isEmpty()) {
            // One that cannot be read is worth more than a third that can.
            first = new ArrayList<>(first.subList(0, Math.min(FIRST - 1, first.size())));
            first.add(faults.getFirst());
        }
        int blank = binding.sample().rows().size() - values.size();
        return new FieldSamples(first, values.size(), unread, blank);
    }

    private static @Nullable String meaning(Bound bound, String text, char decimal) {
        if (bound.rule().none().contains(text)) {
            return "nothing";
        }
        return switch (bound.field().kind()) {
            case DATE -> date(bound, text, decimal);
            case TIME -> {
                int seconds = TimeOfDay.parse(text, decimal);
                yield seconds < 0
                        ? null
                        : seconds == 86_400
                                ? "24:00"
                                : LocalTime.ofSecondOfDay(seconds)
                                        .format(DateTimeFormatter.ISO_LOCAL_TIME);
            }
            case DURATION -> duration(bound, text, decimal);
            case NUMBER -> {
                double value = Numbers.parse(text, decimal);
                yield Double.isNaN(value) ? null : plain(value);
            }
            case MARK -> mark(bound, text);
            case NAME -> {
                boolean bad =
                        bound.rule().style().equals(Styles.NUMBER) && !text.matches("\\d{1,10}");
                boolean resolved = bound.rule().yes().contains(text);
                yield bad ? null : resolved ? text + " (resolved)" : text;
            }
            case TEXT -> text;
        };
    }

    private static @Nullable String date(Bound bound, String text, char decimal) {
        DateStyle style = bound.date();
        long seconds = style == null ? DateStyle.BAD : style.parse(text, decimal);
        if (seconds == DateStyle.BAD) {
            return null;
        }
        var time = LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
        boolean midnight = time.toLocalTime().equals(LocalTime.MIDNIGHT);
        return time.format(midnight ? DATE : DATE_TIME);
    }

    private static @Nullable String duration(Bound bound, String text, char decimal) {
        DurationStyle style = bound.duration();
        double seconds = style == null ? DurationStyle.BAD : style.parse(text, decimal);
        return seconds >= 0 && seconds <= CallRowReader.MAX_SECONDS ? plain(seconds) + " s" : null;
    }

    private static @Nullable String mark(Bound bound, String text) {
        if (!bound.rule().yes().isEmpty()) {
            return bound.rule().yes().contains(text) ? "yes" : "no";
        }
        return switch (YesNo.parse(text)) {
            case YES -> "yes";
            case NO -> "no";
            case UNKNOWN -> null;
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%,.2f", value);
    }
}
