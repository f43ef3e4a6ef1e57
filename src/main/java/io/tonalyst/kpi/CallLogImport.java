// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A call log as read from a file, with what could not be read.
 *
 * @param log the usable calls, at least one
 * @param rows rows of the file below the header, blank lines not counted
 * @param problems the first {@value CallLogReader#MAX_PROBLEMS} rows left out, in file order
 * @param problemCounts how many rows were left out for each kind that occurred
 */
public record CallLogImport(
        CallLog log,
        long rows,
        List<RowProblem> problems,
        Map<RowProblem.Kind, Long> problemCounts) {
    public CallLogImport {
        problems = List.copyOf(problems);
        problemCounts = Map.copyOf(problemCounts);
    }

    /** All rows left out. */
    public long problemCount() {
        return problemCounts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** One sentence for the status bar. */
    public String summary() {
        if (problemCount() == 0) {
            return String.format(Locale.ROOT, "%,d calls read, no row problems.", log.size());
        }
        String kinds =
                problemCounts.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> String.format("%d: %s", e.getValue(), e.getKey().title()))
                        .collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT,
                "%,d calls read, %,d %s left out (%s).",
                log.size(),
                problemCount(),
                problemCount() == 1 ? "row" : "rows",
                kinds);
    }
}
