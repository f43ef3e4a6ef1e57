// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import io.tonalyst.kpi.table.Quote;
import io.tonalyst.kpi.table.TableRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects row problems: all are counted and handed on, the first ones described and kept. */
public final class RowProblems {
    /** Of no particular field. */
    public static final int WHOLE_ROW = -1;

    private final int limit;
    private final RejectedRows rejected;
    private final List<RowProblem> described = new ArrayList<>();
    private final Map<RowProblem.Kind, Long> counts = new EnumMap<>(RowProblem.Kind.class);

    /**
     * @param limit so many problems are kept
     * @param rejected is handed every row
     */
    public RowProblems(int limit, RejectedRows rejected) {
        this.limit = limit;
        this.rejected = rejected;
    }

    /**
     * Takes a row that is left out.
     *
     * @param column where it is, empty for the row as a whole
     * @param expected what is wrong, such as {@code the outcome is missing}
     * @param field with what was found instead, or {@link #WHOLE_ROW}
     * @throws IOException if the row cannot be handed on
     */
    public void add(TableRow row, RowProblem.Kind kind, String column, String expected, int field)
            throws IOException {
        counts.merge(kind, 1L, Long::sum);
        if (described.size() < limit || rejected != RejectedRows.NONE) {
            String found = field < 0 ? "" : ", not \"" + Quote.of(row.text(field), 40) + "\"";
            String place = column.isEmpty() ? "" : column + ": ";
            String sentence = "Row %d: %s%s%s.".formatted(row.row(), place, expected, found);
            var problem = new RowProblem(row.row(), kind, sentence);
            if (described.size() < limit) {
                described.add(problem);
            }
            rejected.add(problem, row);
        }
    }

    /** The first problem, without the word before its row number; empty without problems. */
    public String first() {
        return described.isEmpty()
                ? ""
                : described.getFirst().sentence().substring("Row ".length());
    }

    public List<RowProblem> described() {
        return described;
    }

    public Map<RowProblem.Kind, Long> counts() {
        return counts;
    }
}
