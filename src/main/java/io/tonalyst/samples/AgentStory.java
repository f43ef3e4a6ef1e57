// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

import java.time.LocalDate;
import java.time.Month;

/**
 * How one made-up agent does over the years: a level of their own, the season, the weekday, and for
 * some a story that a chart can show.
 *
 * @param id the agent's number in the log
 * @param longer factor on talk time, around 1
 * @param resolving shift of the share resolved, around 0
 * @param pace calls on a usual day
 */
record AgentStory(int id, double longer, double resolving, double pace) {
    /** Has a bad week: 16 to 22 January 2017. */
    static final int BAD_WEEK = 32_400;

    /** Learns: long calls at first, short ones by the end of 2017. */
    static final int LEARNER = 26_210;

    /** Resolves less and less in spring 2018 and recovers in summer. */
    static final int SLUMP = 14_270;

    private static final LocalDate BAD_FROM = LocalDate.of(2017, Month.JANUARY, 16);
    private static final LocalDate BAD_TO = LocalDate.of(2017, Month.JANUARY, 22);

    static AgentStory of(int id, long seed) {
        Dice dice = Dice.of(seed, id, 1);
        double longer = Math.clamp(1 + 0.09 * dice.gaussian(), 0.75, 1.3);
        double resolving = Math.clamp(0.04 * dice.gaussian(), -0.1, 0.1);
        return new AgentStory(id, longer, resolving, dice.uniform(6.8, 8.2));
    }

    /** Factor on the talk time of a day. */
    double talkFactor(LocalDate day) {
        double factor =
                longer * (1 + 0.05 * season(day)) * (day.getDayOfWeek().getValue() == 1 ? 1.03 : 1);
        return switch (id) {
            case BAD_WEEK -> isBad(day) ? factor * 1.9 : factor * 0.97;
            case LEARNER -> factor * (0.92 + 0.4 * (1 - progress(day, 2017, 1, 12)));
            default -> factor;
        };
    }

    /** Shift of the probability that a call of this day is resolved. */
    double resolutionShift(LocalDate day) {
        return switch (id) {
            case BAD_WEEK -> isBad(day) ? resolving - 0.35 : resolving;
            case LEARNER -> resolving + 0.08 * (progress(day, 2017, 1, 12) - 0.7);
            case SLUMP ->
                    resolving - 0.25 * (progress(day, 2018, 3, 3) - progress(day, 2018, 6, 2));
            default -> resolving;
        };
    }

    /** Whether a day lies in the bad week. */
    static boolean isBad(LocalDate day) {
        return !day.isBefore(BAD_FROM) && !day.isAfter(BAD_TO);
    }

    /** From 0 at the start of a month to 1 some months later. */
    private static double progress(LocalDate day, int year, int month, int months) {
        LocalDate start = LocalDate.of(year, month, 1);
        double days = day.toEpochDay() - start.toEpochDay();
        double span = start.plusMonths(months).toEpochDay() - start.toEpochDay();
        return Math.clamp(days / span, 0, 1);
    }

    /** 1 in early December, -1 in early June. */
    private static double season(LocalDate day) {
        return StrictMath.cos(2 * StrictMath.PI * (day.getDayOfYear() - 340) / 365.25);
    }
}
