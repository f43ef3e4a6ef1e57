// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A {@link CallFilter} made ready for the rows of one log: a look into a table a dimension. */
final class CallTest {
    private final IntColumn days;
    private final int firstDay;
    private final int lastDay;
    private final IntColumn agents;
    private final int[] wantedAgents;
    private final boolean anyAgent;
    private final NameColumn[] columns;
    private final boolean[][] wanted;

    private CallTest(CallFilter filter, CallColumns calls, Agents names) {
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        days = calls.days();
        firstDay =
                from == null
                        ? Integer.MIN_VALUE
                        : Math.clamp(from.toEpochDay(), -1_000_000_000, 1_000_000_000);
        lastDay =
                to == null
                        ? Integer.MAX_VALUE
                        : Math.clamp(to.toEpochDay(), -1_000_000_000, 1_000_000_000);
        agents = calls.agents();
        Set<String> chosenAgents = filter.codes(CallDimension.AGENT);
        anyAgent = chosenAgents.isEmpty();
        wantedAgents =
                chosenAgents.stream()
                        .map(names::find)
                        .filter(found -> found.isPresent())
                        .mapToInt(found -> found.getAsInt())
                        .sorted()
                        .toArray();
        List<NameColumn> tested = new ArrayList<>();
        List<boolean[]> tables = new ArrayList<>();
        filter.chosen()
                .forEach(
                        (dimension, codes) -> {
                            if (dimension != CallDimension.AGENT) {
                                NameColumn column = calls.names(dimension);
                                tested.add(column);
                                tables.add(table(column.names(), codes));
                            }
                        });
        columns = tested.toArray(NameColumn[]::new);
        wanted = tables.toArray(boolean[][]::new);
    }

    static CallTest of(CallFilter filter, CallColumns calls, Agents names) {
        return new CallTest(filter, calls, names);
    }

    private static boolean[] table(List<String> names, Set<String> codes) {
        boolean[] table = new boolean[names.size()];
        for (int code = 0; code < table.length; code++) {
            table[code] = codes.contains(names.get(code));
        }
        return table;
    }

    /** Whether any call of an agent may count. */
    boolean acceptsAgent(int agent) {
        return anyAgent || Arrays.binarySearch(wantedAgents, agent) >= 0;
    }

    /** Whether any call between two days, both included, may count. */
    boolean acceptsAnyOf(int from, int to) {
        return to >= firstDay && from <= lastDay;
    }

    /**
     * Puts the rows of one agent and month that count into {@code selected}, in their order: one
     * dimension after another, without a branch on what a row holds.
     *
     * @param selected room for all rows of the range
     * @param firstOfMonth the first day of the month
     * @param lastOfMonth its last day
     * @return how many rows count
     */
    int select(RowRange range, int firstOfMonth, int lastOfMonth, int[] selected) {
        int count = 0;
        if (firstDay <= firstOfMonth && lastDay >= lastOfMonth) {
            for (int row = range.from(); row < range.to(); row++) {
                selected[count++] = row;
            }
        } else {
            int[] all = days.values();
            for (int row = range.from(); row < range.to(); row++) {
                selected[count] = row;
                count += all[row] >= firstDay && all[row] <= lastDay ? 1 : 0;
            }
        }
        for (int i = 0; i < columns.length; i++) {
            count = columns[i].select(wanted[i], selected, count);
        }
        return count;
    }

    /** Whether a call counts. */
    boolean accepts(int row) {
        int day = days.get(row);
        if (day < firstDay || day > lastDay) {
            return false;
        }
        for (int i = 0; i < columns.length; i++) {
            if (!wanted[i][columns[i].codeOf(row)]) {
                return false;
            }
        }
        return anyAgent || Arrays.binarySearch(wantedAgents, agents.get(row)) >= 0;
    }
}
