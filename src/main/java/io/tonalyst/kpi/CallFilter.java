// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which calls count: those that have one of the chosen codes in every dimension that has any, and
 * lie between two dates. Immutable.
 *
 * @param chosen codes by dimension, at least one for each dimension named
 * @param from first day that counts; null for the first of the log
 * @param to last day that counts; null for the last of the log
 */
public record CallFilter(
        Map<CallDimension, Set<String>> chosen, @Nullable LocalDate from, @Nullable LocalDate to) {
    /** All calls. */
    public static final CallFilter NONE = new CallFilter(Map.of(), null, null);

    public CallFilter {
        var copy = new EnumMap<CallDimension, Set<String>>(CallDimension.class);
        chosen.forEach(
                (dimension, codes) -> {
                    if (!codes.isEmpty()) {
                        copy.put(dimension, Collections.unmodifiableSet(new TreeSet<>(codes)));
                    }
                });
        chosen = Collections.unmodifiableMap(copy);
    }

    /** Whether all calls count. */
    public boolean isEmpty() {
        return chosen.isEmpty() && from == null && to == null;
    }

    /** The codes chosen in a dimension; empty when all count. */
    public Set<String> codes(CallDimension dimension) {
        return chosen.getOrDefault(dimension, Set.of());
    }

    /**
     * The same filter with other codes in one dimension.
     *
     * @param codes empty to let all count
     */
    public CallFilter with(CallDimension dimension, Set<String> codes) {
        var changed = new EnumMap<CallDimension, Set<String>>(CallDimension.class);
        changed.putAll(chosen);
        changed.put(dimension, codes);
        return new CallFilter(changed, from, to);
    }

    /** The same filter between other days, both included; null where there is no bound. */
    public CallFilter between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new CallFilter(chosen, first, last);
    }

    /** What is left of the filter in another log: codes it does not have are dropped. */
    public CallFilter within(CallLog log) {
        var kept = new EnumMap<CallDimension, Set<String>>(CallDimension.class);
        chosen.forEach(
                (dimension, codes) -> {
                    var known = new TreeSet<>(codes);
                    known.retainAll(Set.copyOf(log.codes(dimension)));
                    kept.put(dimension, known);
                });
        return new CallFilter(kept, from, to);
    }

    /** One sentence on why the filter makes no sense for a log, or nothing when it does. */
    public Optional<String> problem(CallLog log) {
        if (from != null && to != null && from.isAfter(to)) {
            return Optional.of(
                    "The filter ends on %s, before it begins on %s.".formatted(to, from));
        }
        for (var entry : chosen.entrySet()) {
            List<String> known = log.codes(entry.getKey());
            String name = entry.getKey().title().toLowerCase(Locale.ROOT);
            if (known.isEmpty()) {
                return Optional.of("The call log does not record the %s.".formatted(name));
            }
            for (String code : entry.getValue()) {
                if (!known.contains(code)) {
                    return Optional.of(
                            "No call has the %s '%s'; there are %s."
                                    .formatted(name, code, some(known)));
                }
            }
        }
        return Optional.empty();
    }

    private static String some(List<String> known) {
        String first = known.stream().limit(8).collect(Collectors.joining(", "));
        return known.size() <= 8 ? first : first + " and " + (known.size() - 8) + " more";
    }

    /** The filter in words, such as {@code Call type: Technical Support}; empty for all calls. */
    public String inWords(CallLog log) {
        var parts = new ArrayList<String>();
        chosen.forEach(
                (dimension, codes) ->
                        parts.add(
                                dimension.title()
                                        + ": "
                                        + codes.stream()
                                                .limit(5)
                                                .map(code -> log.title(dimension, code))
                                                .collect(Collectors.joining(" or "))
                                        + (codes.size() > 5
                                                ? " or " + (codes.size() - 5) + " more"
                                                : "")));
        if (from != null && to != null) {
            parts.add("from " + from + " to " + to);
        } else if (from != null) {
            parts.add("from " + from + " on");
        } else if (to != null) {
            parts.add("until " + to);
        }
        return String.join("; ", parts);
    }
}
