// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.overview;

import io.tonalyst.kpi.CallSums;
import io.tonalyst.kpi.CallTotals;
import io.tonalyst.kpi.DaySums;
import io.tonalyst.kpi.MeasureFormula;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All agents over the same periods, which follow each other without gaps from the first with calls
 * to the last. Periods are numbered from 0. Immutable.
 */
public final class Panel {
    private final Granularity granularity;
    private final LocalDate first;
    private final int periods;
    private final List<Agent> agents;

    private Panel(Granularity granularity, LocalDate first, int periods, List<Agent> agents) {
        this.granularity = granularity;
        this.first = first;
        this.periods = periods;
        this.agents = List.copyOf(agents);
    }

    /** The sums of one agent, for the periods that have calls. */
    public static final class Agent {
        private final int number;
        private final String title;
        private final int[] periods;
        private final List<CallTotals> totals;

        private Agent(int number, String title, int[] periods, List<CallTotals> totals) {
            this.number = number;
            this.title = title;
            this.periods = periods;
            this.totals = List.copyOf(totals);
        }

        /** The agent's number in the log. */
        public int number() {
            return number;
        }

        /** The agent as people know it. */
        public String title() {
            return title;
        }

        /** Numbers of the periods with calls, ascending; a copy. */
        public int[] periods() {
            return periods.clone();
        }

        /** The sums of these periods. */
        public List<CallTotals> totals() {
            return totals;
        }

        /** Where a period stands among those with calls; negative where it has none. */
        public int indexOf(int period) {
            return Arrays.binarySearch(periods, period);
        }

        /** The figures of the periods with calls; NaN where a figure is not recorded. */
        public double[] values(MeasureFormula formula) {
            return totals.stream().mapToDouble(t -> formula.estimate(t).value()).toArray();
        }

        /** All periods together. */
        public CallTotals all() {
            var sums = new CallSums();
            totals.forEach(sums::add);
            return sums.totals();
        }
    }

    /** Adds days up to periods. */
    public static Panel of(DaySums days, Granularity granularity) {
        if (days.isEmpty()) {
            return new Panel(granularity, LocalDate.EPOCH, 0, List.of());
        }
        LocalDate first = granularity.first(days.first());
        var agents = new ArrayList<Agent>();
        for (DaySums.Agent agent : days.agents()) {
            agents.add(add(agent, granularity, first, days.log().agentTitle(agent.number())));
        }
        return new Panel(granularity, first, number(granularity, first, days.last()) + 1, agents);
    }

    private static Agent add(
            DaySums.Agent agent, Granularity granularity, LocalDate first, String title) {
        int[] numbers = new int[agent.days().size()];
        var totals = new ArrayList<CallTotals>();
        var sums = new CallSums();
        int until = Integer.MIN_VALUE;
        for (DaySums.Day day : agent.days()) {
            if (day.epochDay() >= until) {
                if (until != Integer.MIN_VALUE) {
                    totals.add(sums.totals());
                    sums = new CallSums();
                }
                numbers[totals.size()] = number(granularity, first, day.date());
                until = (int) granularity.next(granularity.first(day.date())).toEpochDay();
            }
            sums.add(day.totals());
        }
        totals.add(sums.totals());
        return new Agent(agent.number(), title, Arrays.copyOf(numbers, totals.size()), totals);
    }

    private static int number(Granularity granularity, LocalDate first, LocalDate day) {
        return (int)
                switch (granularity) {
                    case DAY -> ChronoUnit.DAYS.between(first, day);
                    case WEEK -> ChronoUnit.WEEKS.between(first, day);
                    case MONTH ->
                            ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(day));
                };
    }

    public Granularity granularity() {
        return granularity;
    }

    /** How many periods there are, with and without calls. */
    public int periods() {
        return periods;
    }

    /** The agents with calls, in the order of their numbers. */
    public List<Agent> agents() {
        return agents;
    }

    /** First day of a period. */
    public LocalDate first(int period) {
        return switch (granularity) {
            case DAY -> first.plusDays(period);
            case WEEK -> first.plusWeeks(period);
            case MONTH -> first.plusMonths(period);
        };
    }

    /** Such as {@code 2017-01}. */
    public String label(int period) {
        return granularity.label(first(period));
    }
}
