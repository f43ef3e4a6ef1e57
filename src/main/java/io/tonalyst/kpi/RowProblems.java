// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects row problems: all are counted, the first ones described. */
final class RowProblems {
    private final int limit;
    private final List<RowProblem> described = new ArrayList<>();
    private final Map<RowProblem.Kind, Long> counts = new EnumMap<>(RowProblem.Kind.class);

    RowProblems(int limit) {
        this.limit = limit;
    }

    /**
     * @param column where it is, empty for the row as a whole
     * @param found the text there
     */
    void add(CsvRows rows, RowProblem.Kind kind, String column, int field) {
        counts.merge(kind, 1L, Long::sum);
        if (described.size() < limit) {
            String found = field < 0 ? "" : ", not \"" + Quote.of(rows.text(field), 40) + "\"";
            String place = column.isEmpty() ? "" : column + ": ";
            described.add(
                    new RowProblem(
                            rows.row(),
                            kind,
                            "Row %d: %s%s%s.".formatted(rows.row(), place, kind.title(), found)));
        }
    }

    String first() {
        return described.isEmpty()
                ? ""
                : described.getFirst().sentence().substring("Row ".length());
    }

    List<RowProblem> described() {
        return described;
    }

    Map<RowProblem.Kind, Long> counts() {
        return counts;
    }
}
