// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sums of each agent's days with calls, made by one pass over a log: what every chart and table
 * over all agents is worked out from, whatever the measure, definition or length of the periods.
 * Immutable, safe between threads; holds at most one sum for each row of the log.
 */
public final class DaySums {
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

    /** Adds up the calls that pass a filter, agent by agent on as many threads as there are. */
    public static DaySums of(CallLog log, CallFilter filter) {
        DayPass pass = log.dayPass(filter);
        int[] numbers = log.agents();
        // An agent's rows are added up in their order by one thread: the same sums whoever does it.
        List<Agent> agents =
                IntStream.range(0, numbers.length)
                        .parallel()
                        .mapToObj(i -> new Agent(numbers[i], pass.days(numbers[i])))
                        .filter(agent -> !agent.days().isEmpty())
                        .toList();
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
