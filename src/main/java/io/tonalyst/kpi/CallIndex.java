// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the calls of an agent and month lie in columns sorted by month, then agent: the runs of
 * equal month and agent, found again by two binary searches. Holds at most one entry a row.
 */
final class CallIndex {
    private final int[] agents;
    private final int[] months;
    private final int[] monthRuns;
    private final int[] runAgents;
    private final int[] runStarts;

    private CallIndex(
            int[] agents, int[] months, int[] monthRuns, int[] runAgents, int[] runStarts) {
        this.agents = agents;
        this.months = months;
        this.monthRuns = monthRuns;
        this.runAgents = runAgents;
        this.runStarts = runStarts;
    }

    /** The rows in order of month, then agent, then row: two passes of a counting sort. */
    static int[] order(int[] agents, int[] days, int size) {
        int[] distinct = distinct(agents, size);
        int[] keys = new int[size];
        for (int row = 0; row < size; row++) {
            keys[row] = Arrays.binarySearch(distinct, agents[row]);
        }
        int[] byAgent = countingSort(null, keys, distinct.length);
        var ordinals = new MonthOrdinals();
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int row = 0; row < size; row++) {
            keys[row] = ordinals.of(days[row]);
            first = Math.min(first, keys[row]);
            last = Math.max(last, keys[row]);
        }
        for (int row = 0; row < size; row++) {
            keys[row] -= first;
        }
        return countingSort(byAgent, keys, size == 0 ? 0 : last - first + 1);
    }

    private static int[] countingSort(int @Nullable [] before, int[] keys, int keyCount) {
        int[] starts = new int[keyCount + 1];
        for (int key : keys) {
            starts[key + 1]++;
        }
        for (int key = 0; key < keyCount; key++) {
            starts[key + 1] += starts[key];
        }
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            int row = before == null ? i : before[i];
            order[starts[keys[row]]++] = row;
        }
        return order;
    }

    /** Indexes columns that are in {@link #order}. */
    static CallIndex of(int[] agents, int[] days, int size) {
        var ordinals = new MonthOrdinals();
        var months = IntStream.builder();
        var monthRuns = IntStream.builder();
        var runAgents = IntStream.builder();
        var runStarts = IntStream.builder();
        int runs = 0;
        int month = Integer.MIN_VALUE;
        for (int row = 0; row < size; row++) {
            int rowMonth = ordinals.of(days[row]);
            boolean newMonth = rowMonth != month;
            if (newMonth) {
                month = rowMonth;
                months.add(month);
                monthRuns.add(runs);
            }
            if (newMonth || agents[row] != agents[row - 1]) {
                runAgents.add(agents[row]);
                runStarts.add(row);
                runs++;
            }
        }
        monthRuns.add(runs);
        runStarts.add(size);
        return new CallIndex(
                distinct(agents, size),
                months.build().toArray(),
                monthRuns.build().toArray(),
                runAgents.build().toArray(),
                runStarts.build().toArray());
    }

    private static int[] distinct(int[] agents, int size) {
        int[] sorted = Arrays.copyOf(agents, size);
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    int[] agents() {
        return agents.clone();
    }

    boolean hasAgent(int agent) {
        return Arrays.binarySearch(agents, agent) >= 0;
    }

    /** Whether the month of a place in {@link #months} has calls of an agent, and where. */
    RowRange range(int agent, int m) {
        int run = Arrays.binarySearch(runAgents, monthRuns[m], monthRuns[m + 1], agent);
        return run < 0 ? new RowRange(0, 0) : new RowRange(runStarts[run], runStarts[run + 1]);
    }

    List<YearMonth> months() {
        return Arrays.stream(months).mapToObj(MonthOrdinals::month).toList();
    }

    int[] agentsIn(YearMonth month) {
        int m = Arrays.binarySearch(months, MonthOrdinals.of(month));
        return m < 0 ? new int[0] : Arrays.copyOfRange(runAgents, monthRuns[m], monthRuns[m + 1]);
    }

    RowRange range(int agent, YearMonth month) {
        int m = Arrays.binarySearch(months, MonthOrdinals.of(month));
        if (m < 0) {
            return new RowRange(0, 0);
        }
        return range(agent, m);
    }

    /** Months counted from year 0, with the last answer kept: neighbouring rows share theirs. */
    private static final class MonthOrdinals {
        private int firstDay = 1;
        private int lastDay = 0;
        private int ordinal;

        int of(int epochDay) {
            if (epochDay < firstDay || epochDay > lastDay) {
                YearMonth month = YearMonth.from(LocalDate.ofEpochDay(epochDay));
                firstDay = (int) month.atDay(1).toEpochDay();
                lastDay = (int) month.atEndOfMonth().toEpochDay();
                ordinal = of(month);
            }
            return ordinal;
        }

        static int of(YearMonth month) {
            return month.getYear() * 12 + month.getMonthValue() - 1;
        }

        static YearMonth month(int ordinal) {
            return YearMonth.of(Math.floorDiv(ordinal, 12), Math.floorMod(ordinal, 12) + 1);
        }
    }
}
