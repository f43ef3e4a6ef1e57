// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A call log as read from a file, with what could not be read.
 *
 * @param log the usable calls, at least one
 * @param rows rows of the file below the header, blank lines not counted
 * @param problems the first {@value CallLogReader#MAX_PROBLEMS} rows left out, in file order
 * @param problemCounts how many rows were left out for each kind that occurred
 * @param passedOver how many rows are no handled calls, such as calls nobody answered, by what they
 *     are in words
 * @param remarks sentences on how the file was understood, for whoever wants to check
 */
public record CallLogImport(
        CallLog log,
        long rows,
        List<RowProblem> problems,
        Map<RowProblem.Kind, Long> problemCounts,
        Map<String, Long> passedOver,
        List<String> remarks) {
    public CallLogImport {
        passedOver = Collections.unmodifiableMap(new TreeMap<>(passedOver));
        remarks = List.copyOf(remarks);
        problems = List.copyOf(problems);
        problemCounts = Map.copyOf(problemCounts);
    }

    /** The same with the calls in another form, such as with recordings joined to them. */
    public CallLogImport withLog(CallLog other) {
        return new CallLogImport(other, rows, problems, problemCounts, passedOver, remarks);
    }

    /** All rows left out. */
    public long problemCount() {
        return problemCounts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same with words for the codes of the calls. */
    public CallLogImport withTitles(Map<CallDimension, Map<String, String>> titles) {
        return new CallLogImport(
                log.withTitles(titles), rows, problems, problemCounts, passedOver, remarks);
    }

    /** One sentence without what is wrong with the rows left out. */
    public String headline() {
        return outcome() + ".";
    }

    /** One sentence for the status bar. */
    public String summary() {
        if (problemCount() == 0) {
            return outcome() + ", no row problems.";
        }
        String kinds =
                problemCounts.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> String.format("%d: %s", e.getValue(), e.getKey().title()))
                        .collect(Collectors.joining("; "));
        return "%s (%s).".formatted(outcome(), kinds);
    }

    private String outcome() {
        String read =
                log.isGrouped()
                        ? String.format(
                                Locale.ROOT,
                                "%,d calls added up in %,d groups",
                                log.callCount(),
                                log.size())
                        : String.format(
                                Locale.ROOT,
                                log.recorded().summed()
                                        ? "%,d rows of several calls read"
                                        : "%,d calls read",
                                log.size());
        String others =
                passedOver.entrySet().stream()
                        .map(e -> String.format(Locale.ROOT, ", %,d %s", e.getValue(), e.getKey()))
                        .collect(Collectors.joining());
        long bad = problemCount();
        String left = bad == 1 ? ", 1 row left out" : ", %,d rows left out".formatted(bad);
        return read + others + (bad == 0 ? "" : left);
    }
}
