// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which calls of a log count. */
final class FilterOptions {
    @Option(
            names = "--filter",
            paramLabel = "KEY=VALUE[,VALUE...]",
            description =
                    "Let only some calls count, of the agent and of the peers; KEY is agent, team,"
                            + " queue, type, plan, outcome, emotion or measured (with --recordings),"
                            + " VALUE a code or its name."
                            + " Can be repeated.")
    private List<String> filters = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DATE", description = "First day that counts.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day that counts.")
    private @Nullable String to;

    /** The first day that counts; null for that of the log. */
    @Nullable LocalDate from(CallLogs logs) {
        return day("--from", from, logs);
    }

    /** The last day that counts; null for that of the log. */
    @Nullable LocalDate to(CallLogs logs) {
        return day("--to", to, logs);
    }

    /** What calls are filtered by, as far as that makes sense; the rest is said by {@link #in}. */
    Set<CallDimension> dimensions() {
        return filters.stream()
                .map(text -> text.substring(0, Math.max(0, text.indexOf('='))).strip())
                .flatMap(key -> CallDimension.ofKey(key).stream())
                .collect(Collectors.toSet());
    }

    /**
     * The filter that was asked for.
     *
     * @throws picocli.CommandLine.ParameterException if it makes no sense for the log
     */
    CallFilter in(CallLog log, CallLogs logs) {
        CallFilter filter =
                CallFilter.NONE.between(day("--from", from, logs), day("--to", to, logs));
        for (String text : filters) {
            int equals = text.indexOf('=');
            CallDimension dimension =
                    CallDimension.ofKey(text.substring(0, Math.max(0, equals)).strip())
                            .orElseThrow(() -> logs.usage(wrong(text)));
            var codes = new TreeSet<>(filter.codes(dimension));
            codes.addAll(codes(text.substring(equals + 1).strip(), dimension, log));
            filter = filter.with(dimension, codes);
        }
        Optional<String> problem = filter.problem(log);
        if (problem.isPresent()) {
            throw logs.usage(problem.get());
        }
        return filter;
    }

    private static String wrong(String text) {
        return "--filter is such as type=Type20, with one of %s before the =, not '%s'."
                .formatted(
                        Arrays.stream(CallDimension.values())
                                .map(CallDimension::key)
                                .collect(Collectors.joining(", ")),
                        text);
    }

    /** A value may hold commas itself: the whole text is looked for first. */
    private static List<String> codes(String text, CallDimension dimension, CallLog log) {
        List<String> known = log.codes(dimension);
        return code(text, dimension, log, known)
                .map(List::of)
                .orElseGet(
                        () ->
                                Stream.of(text.split(","))
                                        .map(String::strip)
                                        .map(v -> code(v, dimension, log, known).orElse(v))
                                        .toList());
    }

    private static Optional<String> code(
            String text, CallDimension dimension, CallLog log, List<String> known) {
        return known.contains(text)
                ? Optional.of(text)
                : known.stream()
                        .filter(code -> log.title(dimension, code).equalsIgnoreCase(text))
                        .findFirst();
    }

    private static @Nullable LocalDate day(String option, @Nullable String text, CallLogs logs) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw logs.usage("%s is a day such as 2017-01-31, not '%s'.".formatted(option, text));
        }
    }
}
