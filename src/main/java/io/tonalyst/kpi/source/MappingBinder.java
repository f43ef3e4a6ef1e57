// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.format.DateStyle;
import io.tonalyst.kpi.format.DurationStyle;
import io.tonalyst.kpi.format.Guess;
import io.tonalyst.kpi.format.StyleGuess;
import io.tonalyst.kpi.source.Binding.Bound;
import io.tonalyst.kpi.source.Binding.Issue;
import io.tonalyst.kpi.table.Quote;
import io.tonalyst.kpi.table.TableHeader;
import io.tonalyst.kpi.table.TableSample;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a mapping onto a file: finds its columns and settles the styles that it leaves open. */
public final class MappingBinder {
    private final ColumnMapping mapping;
    private final TableSample sample;
    private final TableHeader header;
    private final Map<CallField, Bound> fields = new EnumMap<>(CallField.class);
    private final List<Issue> blocking = new ArrayList<>();
    private final List<Issue> doubts = new ArrayList<>();

    private MappingBinder(ColumnMapping mapping, TableSample sample) {
        this.mapping = mapping;
        this.sample = sample;
        this.header = sample.header();
    }

    /** Binds a mapping to the file of a sample; what is open or doubtful is among the issues. */
    public static Binding bind(ColumnMapping mapping, TableSample sample) {
        var binder = new MappingBinder(mapping, sample);
        binder.bindFields();
        binder.require();
        var issues = new ArrayList<>(binder.blocking);
        issues.addAll(binder.doubts);
        return new Binding(mapping, sample, binder.fields, issues);
    }

    private void bindFields() {
        mapping.fields()
                .forEach(
                        (field, rule) -> {
                            int column = header.field(rule.column());
                            if (column >= 0) {
                                fields.put(field, bound(field, rule, column));
                            } else if (!rule.optional()) {
                                block(field, "There is no column \"" + rule.column() + "\".");
                            }
                        });
        for (SkipRule skip : mapping.skips()) {
            if (header.field(skip.column()) < 0) {
                block(null, "There is no column \"" + skip.column() + "\" to skip rows by.");
            }
        }
    }

    private Bound bound(CallField field, FieldRule rule, int column) {
        DateStyle date = null;
        DurationStyle duration = null;
        if (field.kind() == CallField.Kind.DATE) {
            date = DateStyle.ofKey(rule.style()).orElseGet(() -> date(field, column));
        } else if (field.kind() == CallField.Kind.DURATION) {
            duration = DurationStyle.ofKey(rule.style()).orElseGet(() -> duration(field, column));
        }
        return new Bound(field, column, rule, date, duration);
    }

    private @Nullable DateStyle date(CallField field, int column) {
        List<String> values = sample.values(column);
        Optional<Guess<DateStyle>> guess = StyleGuess.date(values, sample.dialect().decimal());
        if (guess.isEmpty()) {
            block(field, unreadable("dates", column, values));
            return null;
        }
        if (!guess.get().certain()) {
            block(
                    field,
                    "Dates such as \"%s\" can be read with the day or the month first: choose one."
                            .formatted(Quote.of(values.getFirst(), 30)));
        }
        return guess.get().style();
    }

    private @Nullable DurationStyle duration(CallField field, int column) {
        List<String> values = sample.values(column);
        String name = sample.columns().get(column);
        Optional<Guess<DurationStyle>> guess =
                StyleGuess.duration(name, values, sample.dialect().decimal());
        if (guess.isEmpty()) {
            if (values.isEmpty()) {
                return DurationStyle.SECONDS;
            }
            block(field, unreadable("durations", column, values));
            return null;
        }
        if (!guess.get().certain()) {
            doubts.add(
                    new Issue(
                            field,
                            "%s: \"%s\" is taken for %s; it could also be %s."
                                    .formatted(
                                            name,
                                            Quote.of(values.getFirst(), 30),
                                            guess.get().style().title(),
                                            guess.get().others().getFirst().title()),
                            false));
        }
        return guess.get().style();
    }

    private String unreadable(String what, int column, List<String> values) {
        String name = sample.columns().get(column);
        return values.isEmpty()
                ? "The column \"%s\" is empty and has no %s.".formatted(name, what)
                : "The column \"%s\" has no %s: it holds \"%s\"."
                        .formatted(name, what, Quote.of(values.getFirst(), 30));
    }

    private void require() {
        for (CallField field : List.of(CallField.START, CallField.AGENT)) {
            if (!mapping.has(field)) {
                block(field, "Choose the column with the %s.".formatted(lower(field)));
            }
        }
        boolean talk = mapping.has(CallField.TALK);
        boolean handle = mapping.has(CallField.HANDLE);
        if (!talk && !handle) {
            block(CallField.TALK, "Choose the column with the talk time or the handle time.");
        }
        if (talk && handle) {
            doubt(
                    CallField.HANDLE,
                    "The handle time as a whole is passed over, for there is a talk time.");
        }
        boolean counted = fields.containsKey(CallField.CALLS);
        boolean ofCounted =
                fields.containsKey(CallField.RESOLVED_CALLS)
                        || fields.containsKey(CallField.RESOLVED_SHARE);
        if (ofCounted && !counted) {
            block(CallField.CALLS, "Choose the column with the calls that a row stands for.");
        }
        boolean ambiguous =
                mapping.has(CallField.RESOLVED)
                        && fields.containsKey(CallField.RESOLVED)
                        && ofCounted;
        if (ambiguous) {
            doubt(CallField.RESOLVED, "The mark for resolved is passed over for their number.");
        }
    }

    private static String lower(CallField field) {
        return field == CallField.START ? "date" : "agent";
    }

    private void block(@Nullable CallField field, String sentence) {
        blocking.add(new Issue(field, sentence, true));
    }

    private void doubt(@Nullable CallField field, String sentence) {
        doubts.add(new Issue(field, sentence, false));
    }
}
