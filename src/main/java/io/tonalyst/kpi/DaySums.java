// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The sums of each agent's days with calls, made by one pass over a log: what every chart and table
 * over all agents is worked out from, whatever the measure, definition or length of the periods.
 * Immutable, safe between threads; holds at most one sum for each row of the log.
 */
public final class DaySums {
    private static final int LONGEST_MONTH = 31;

    private final CallLog log;
    private final CallFilter filter;
    private final List<Agent> agents;

    private DaySums(CallLog log, CallFilter filter, List<Agent> agents) {
        this.log = log;
        this.filter = filter;
        this.agents = List.copyOf(agents);
    }

    /**
     * The days of one agent.
     *
     * @param number of the agent in the log
     * @param days with calls, ascending
     */
    public record Agent(int number, List<Day> days) {
        public Agent {
            days = List.copyOf(days);
        }

        /** All days together. */
        public CallTotals all() {
            var sums = new CallSums();
            days.forEach(day -> sums.add(day.totals()));
            return sums.totals();
        }
    }

    /**
     * One day of one agent.
     *
     * @param epochDay days since 1970-01-01
     * @param date the same day, as an object that the agents share
     */
    public record Day(int epochDay, LocalDate date, CallTotals totals) {}

    /** Adds up the calls that pass a filter. */
    public static DaySums of(CallLog log, CallFilter filter) {
        int[] numbers = log.agents();
        List<List<Day>> days = new ArrayList<>();
        for (int ignored : numbers) {
            days.add(new ArrayList<>());
        }
        var dates = new LocalDate[LONGEST_MONTH];
        IntPredicate counts = log.accepting(filter);
        int row = 0;
        // Rows are sorted by month, then agent, but not by day.
        while (row < log.size()) {
            int agent = log.agent(row);
            LocalDate first = log.date(row).withDayOfMonth(1);
            int from = (int) first.toEpochDay();
            int until = from + first.lengthOfMonth();
            if (!first.equals(dates[0])) {
                Arrays.setAll(dates, first::plusDays);
            }
            var month = new CallSums[LONGEST_MONTH];
            for (; row < log.size() && log.agent(row) == agent; row++) {
                int day = log.epochDay(row);
                if (day < from || day >= until) {
                    break;
                }
                if (counts.test(row)) {
                    if (month[day - from] == null) {
                        month[day - from] = new CallSums();
                    }
                    month[day - from].add(log, row);
                }
            }
            List<Day> own = days.get(Arrays.binarySearch(numbers, agent));
            for (int day = 0; day < LONGEST_MONTH; day++) {
                if (month[day] != null) {
                    own.add(new Day(from + day, dates[day], month[day].totals()));
                }
            }
        }
        var agents = new ArrayList<Agent>();
        for (int i = 0; i < numbers.length; i++) {
            if (!days.get(i).isEmpty()) {
                agents.add(new Agent(numbers[i], days.get(i)));
            }
        }
        return new DaySums(log, filter, agents);
    }

    /** The log that was added up. */
    public CallLog log() {
        return log;
    }

    /** Which calls count. */
    public CallFilter filter() {
        return filter;
    }

    /** The agents with calls that count, in the order of their numbers. */
    public List<Agent> agents() {
        return agents;
    }

    /** Whether no call counts. */
    public boolean isEmpty() {
        return agents.isEmpty();
    }

    /** First day on which an agent has calls that count; the sums must not be empty. */
    public LocalDate first() {
        return LocalDate.ofEpochDay(
                agents.stream().mapToInt(a -> a.days().getFirst().epochDay()).min().orElseThrow());
    }

    /** Last day on which an agent has calls that count; the sums must not be empty. */
    public LocalDate last() {
        return LocalDate.ofEpochDay(
                agents.stream().mapToInt(a -> a.days().getLast().epochDay()).max().orElseThrow());
    }
}
