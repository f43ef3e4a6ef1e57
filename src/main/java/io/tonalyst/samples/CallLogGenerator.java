// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes a call log in the columns of the VolaPhone log, with its statistics: talk time 849.3 s
 * (deviation 587), after-call work 246.5 (179), queue 15.6 (9.4), 75.04 % resolved by the agent.
 * Durations are gamma distributed, because they are positive and skewed; talk time is the gamma of
 * the call times a factor of agent, season and story whose mean over the log is 1. The emotion is
 * drawn at random, as in the real log, and means nothing.
 */
public final class CallLogGenerator {
    /** Most rows that can be asked for. */
    public static final long MAX_ROWS = 20_000_000;

    static final double TALK_MEAN = 849.3;
    static final double TALK_DEVIATION = 587;
    static final double WORK_MEAN = 246.5;
    static final double WORK_DEVIATION = 179;
    static final double QUEUE_MEAN = 15.6;
    static final double QUEUE_DEVIATION = 9.4;
    static final double RESOLVED = 0.7504;

    private static final String HEADER =
            "Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,Call_resolution_ID,"
                    + "Call_Type_ID,Plan_ID,Emotion\n";
    private static final String[] EMOTIONS = {"anger", "sadness", "happiness", "fear", "neutral"};
    private static final int[] EMOTION_WEIGHTS = {177, 30, 38, 30, 312};
    private static final int[] TYPE_WEIGHTS = {31, 27, 17, 14, 11};
    private static final int[] PLAN_WEIGHTS = {24, 22, 18, 16, 12, 8};

    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** Of the calls not resolved, the share that is transferred; the rest is escalated. */
    private static final double TRANSFERRED = 0.68;

    private final long seed;

    public CallLogGenerator(long seed) {
        this.seed = seed;
    }

    /**
     * Writes the header and exactly {@code rows} rows, day by day.
     *
     * @param rows 1 to {@link #MAX_ROWS}
     * @throws IOException if the writer fails
     */
    public void write(Writer out, long rows, CancelToken cancel, ProgressSink progress)
            throws IOException {
        write(out, rows, call -> {}, cancel, progress);
    }

    /** As above; each call is also handed to {@code written}. */
    void write(
            Writer out,
            long rows,
            Consumer<LoggedCall> written,
            CancelToken cancel,
            ProgressSink progress)
            throws IOException {
        if (rows < 1 || rows > MAX_ROWS) {
            throw new IllegalArgumentException(
                    "A sample log has 1 to " + MAX_ROWS + " rows, not " + rows);
        }
        CallPlan plan = CallPlan.of(rows, seed);
        double[] balance = balance(plan);
        double within = shapeWithin(balance[1]);
        out.write(HEADER);
        StringBuilder line = new StringBuilder(128);
        for (int d = 0; d < plan.days(); d++) {
            cancel.throwIfCancelled();
            progress.report((double) d / plan.days(), "Making up calls");
            LocalDate day = plan.day(d);
            for (int a = 0; a < plan.agents().size(); a++) {
                AgentStory agent = plan.agents().get(a);
                int calls = plan.calls(d, a);
                if (calls > 0) {
                    Dice dice = Dice.of(seed, agent.id(), 4, d);
                    double talkMean = TALK_MEAN * agent.talkFactor(day) / balance[0];
                    double resolved = RESOLVED + agent.resolutionShift(day) - balance[2];
                    var shift = new Shift(agent.id(), day, Dice.of(seed, agent.id(), 5, d));
                    for (int c = 0; c < calls; c++) {
                        line.setLength(0);
                        written.accept(
                                append(line, dice, shift, talkMean / within, within, resolved));
                        out.append(line);
                    }
                }
            }
        }
        progress.report(1, "Making up calls");
    }

    private static LoggedCall append(
            StringBuilder line,
            Dice dice,
            Shift shift,
            double scale,
            double shape,
            double resolved) {
        long talk = Math.max(1, Math.round(dice.gamma(shape, scale)));
        long work = duration(dice, WORK_MEAN, WORK_DEVIATION);
        LocalDateTime start = shift.next(talk + work);
        line.append(shift.agent).append(',').append(START.format(start)).append(',');
        line.append(talk).append(',').append(work).append(',');
        line.append(duration(dice, QUEUE_MEAN, QUEUE_DEVIATION)).append(",Resolution");
        int outcome = dice.uniform() < resolved ? 1 : dice.uniform() < TRANSFERRED ? 2 : 3;
        line.append(outcome).append(",Type").append(10 * (1 + dice.pick(TYPE_WEIGHTS)));
        line.append(",Plan").append(10 * (1 + dice.pick(PLAN_WEIGHTS))).append(',');
        line.append(EMOTIONS[dice.pick(EMOTION_WEIGHTS)]).append('\n');
        return new LoggedCall(shift.agent, start, talk);
    }

    /** The times of one agent's calls on one day, with dice of their own: one after another. */
    private static final class Shift {
        private static final int OPENING_SECOND = 8 * 3600;
        private static final int LAST_SECOND = 24 * 3600 - 1;

        private final int agent;
        private final LocalDate day;
        private final Dice dice;
        private long second;

        Shift(int agent, LocalDate day, Dice dice) {
            this.agent = agent;
            this.day = day;
            this.dice = dice;
            second = OPENING_SECOND + (long) dice.below(1200);
        }

        /** The start of the next call, which then takes so many seconds. */
        LocalDateTime next(long taken) {
            LocalDateTime start = day.atStartOfDay().plusSeconds(Math.min(LAST_SECOND, second));
            second += taken + 120L + dice.below(600);
            return start;
        }
    }

    private static long duration(Dice dice, double mean, double deviation) {
        double shape = mean * mean / (deviation * deviation);
        return Math.round(dice.gamma(shape, mean / shape));
    }

    /**
     * Means over all calls of the plan: of the talk factor, of the square of that factor once its
     * mean is 1, and of the shift in resolution.
     */
    private static double[] balance(CallPlan plan) {
        double calls = 0;
        double factors = 0;
        double squares = 0;
        double shifts = 0;
        for (int d = 0; d < plan.days(); d++) {
            LocalDate day = plan.day(d);
            for (int a = 0; a < plan.agents().size(); a++) {
                int n = plan.calls(d, a);
                double factor = plan.agents().get(a).talkFactor(day);
                calls += n;
                factors += n * factor;
                squares += n * factor * factor;
                shifts += n * plan.agents().get(a).resolutionShift(day);
            }
        }
        double mean = factors / calls;
        return new double[] {mean, squares / calls / (mean * mean), shifts / calls};
    }

    /** Shape of the gamma of a call that, times the factors, has the deviation asked for. */
    private static double shapeWithin(double meanSquareFactor) {
        double ratio = TALK_DEVIATION / TALK_MEAN;
        return 1 / ((1 + ratio * ratio) / meanSquareFactor - 1);
    }
}
