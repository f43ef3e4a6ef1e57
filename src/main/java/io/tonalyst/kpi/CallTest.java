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
