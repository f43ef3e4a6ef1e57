// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.format.Numbers;
import io.tonalyst.kpi.format.StyleGuess;
import io.tonalyst.kpi.format.TimeOfDay;
import io.tonalyst.kpi.format.YesNo;
import io.tonalyst.kpi.table.TableSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Proposes what the columns of an unknown table mean, by their names and by what is in them. */
public final class MappingGuess {
    /** So many of the samples have to be readable as what the name says. */
    private static final double ENOUGH = 0.5;

    private static final int RESOLVED_WORDS = 20;

    private MappingGuess() {}

    private record Candidate(CallField field, int column, double fit) {}

    /** A mapping of all columns that can be told; each column is used once. */
    public static ColumnMapping of(TableSample sample) {
        List<Candidate> candidates = new ArrayList<>();
        for (CallField field : CallField.values()) {
            for (int column = 0; column < sample.columns().size(); column++) {
                double fit = FieldWords.fit(field, sample.columns().get(column));
                if (fit > 0 && canBe(field, column, sample)) {
                    candidates.add(new Candidate(field, column, fit));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::fit).reversed());
        ColumnMapping mapping = ColumnMapping.empty("my-mapping");
        Set<Integer> used = new HashSet<>();
        for (Candidate candidate : candidates) {
            CallField field = candidate.field();
            if (!mapping.has(field) && used.add(candidate.column())) {
                mapping = mapping.with(field, rule(field, candidate.column(), sample));
            }
        }
        boolean handleOnly = mapping.has(CallField.TALK) && mapping.has(CallField.HANDLE);
        return handleOnly ? mapping.with(CallField.HANDLE, null) : mapping;
    }

    /** The rule for a column that someone chose for a field. */
    public static FieldRule rule(CallField field, int column, TableSample sample) {
        FieldRule rule = FieldRule.of(sample.columns().get(column));
        return field == CallField.OUTCOME
                ? rule.withYes(resolvedValues(sample.values(column)))
                : rule;
    }

    private static boolean canBe(CallField field, int column, TableSample sample) {
        List<String> values = sample.values(column);
        char decimal = sample.dialect().decimal();
        String name = sample.columns().get(column);
        return switch (field.kind()) {
            case DATE -> StyleGuess.date(values, decimal).isPresent();
            case DURATION -> StyleGuess.duration(name, values, decimal).isPresent();
            case TIME -> most(values, text -> TimeOfDay.parse(text, decimal) >= 0);
            case NUMBER -> most(values, text -> !Double.isNaN(Numbers.parse(text, decimal)));
            case MARK -> most(values, text -> YesNo.parse(text) != YesNo.UNKNOWN);
            case NAME, TEXT -> true;
        };
    }

    private static boolean most(List<String> values, Predicate<String> test) {
        return !values.isEmpty() && values.stream().filter(test).count() >= ENOUGH * values.size();
    }

    /** Outcomes whose words say that the call was resolved. */
    private static List<String> resolvedValues(List<String> values) {
        return values.stream()
                .distinct()
                .filter(MappingGuess::saysResolved)
                .sorted()
                .limit(RESOLVED_WORDS)
                .toList();
    }

    private static boolean saysResolved(String outcome) {
        String words = outcome.toLowerCase(Locale.ROOT);
        boolean no = words.matches(".*(?:\\bun|\\bnot\\b|\\bno\\b|\\bnicht\\b|n't).*");
        return !no && words.matches(".*(?:resolved|solved|gelöst|résolu|completed|resolution1).*");
    }
}
