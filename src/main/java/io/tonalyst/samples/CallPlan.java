// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who takes how many calls on which day, so that the log has exactly the number of rows asked for:
 * agents work five fixed days a week with two weeks of leave in half a year and some days missed,
 * and take 4 to 11 calls a day.
 */
final class CallPlan {
    static final LocalDate FIRST_DAY = LocalDate.of(2017, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2019, 6, 30);
    private static final int DAYS = (int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay()) + 1;

    private static final int MIN_CALLS = 4;
    private static final int MAX_CALLS = 11;

    /** Rows that one agent adds over the whole time; a little less than the mean. */
    private static final int ROWS_AN_AGENT = 4_300;

    private static final int LEAVE_CYCLE_DAYS = 182;
    private static final int LEAVE_DAYS = 7;

    private final List<AgentStory> agents;
    private final byte[][] calls;

    private CallPlan(List<AgentStory> agents, byte[][] calls) {
        this.agents = agents;
        this.calls = calls;
    }

    static CallPlan of(long rows, long seed) {
        int count = (int) Math.max(1, (rows + ROWS_AN_AGENT - 1) / ROWS_AN_AGENT);
        List<AgentStory> agents = new ArrayList<>(count);
        for (int id : ids(count, seed)) {
            agents.add(AgentStory.of(id, seed));
        }
        byte[][] calls = new byte[DAYS][count];
        long total = 0;
        for (int a = 0; a < count; a++) {
            Dice dice = Dice.of(seed, agents.get(a).id(), 2);
            int off = dice.below(7);
            int leave = dice.below(LEAVE_CYCLE_DAYS);
            for (int d = 0; d < DAYS; d++) {
                calls[d][a] = (byte) callsOn(dice, agents.get(a), d, off, leave);
                total += calls[d][a];
            }
        }
        trim(calls, total - rows);
        return new CallPlan(agents, calls);
    }

    List<AgentStory> agents() {
        return agents;
    }

    int days() {
        return DAYS;
    }

    LocalDate day(int index) {
        return FIRST_DAY.plusDays(index);
    }

    int calls(int day, int agent) {
        return calls[day][agent];
    }

    private static int callsOn(Dice dice, AgentStory agent, int day, int off, int leave) {
        double noise = dice.gaussian();
        boolean missed = dice.uniform() < 0.03;
        DayOfWeek weekday = FIRST_DAY.plusDays(day).getDayOfWeek();
        int sinceOff = (weekday.getValue() + 7 - off) % 7;
        boolean away = Math.floorMod(day - leave, LEAVE_CYCLE_DAYS) < LEAVE_DAYS;
        // The stories are told in the first weeks: nobody is on leave then.
        if (sinceOff < 2 || missed || (away && day >= 60)) {
            return 0;
        }
        return (int) Math.clamp(Math.rint(agent.pace() + 1.7 * noise), MIN_CALLS, MAX_CALLS);
    }

    /**
     * Takes away rows: one call here and there while days keep four, and the latest days altogether
     * when that is not enough.
     */
    private static void trim(byte[][] calls, long excess) {
        long left = excess;
        int lastDay = DAYS - 1;
        while (left > spare(calls) && lastDay >= 0) {
            for (int a = 0; a < calls[lastDay].length; a++) {
                int taken = (int) Math.min(left, calls[lastDay][a]);
                calls[lastDay][a] -= (byte) taken;
                left -= taken;
            }
            lastDay--;
        }
        // A stride that is coprime to most counts spreads what is taken over the whole time.
        for (int start = 0; left > 0; start = (start + 1) % 17) {
            for (int d = start; d < DAYS && left > 0; d += 17) {
                for (int a = 0; a < calls[d].length && left > 0; a++) {
                    if (calls[d][a] > MIN_CALLS) {
                        calls[d][a]--;
                        left--;
                    }
                }
            }
        }
    }

    private static long spare(byte[][] calls) {
        long spare = 0;
        for (byte[] day : calls) {
            for (byte count : day) {
                spare += Math.max(0, count - MIN_CALLS);
            }
        }
        return spare;
    }

    private static Set<Integer> ids(int count, long seed) {
        Set<Integer> ids = new LinkedHashSet<>();
        ids.add(AgentStory.BAD_WEEK);
        ids.add(AgentStory.LEARNER);
        ids.add(AgentStory.SLUMP);
        Dice dice = Dice.of(seed, 3);
        while (ids.size() < count) {
            ids.add(10_000 + 10 * dice.below(4_000));
        }
        return ids.stream()
                .limit(count)
                .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
    }
}
