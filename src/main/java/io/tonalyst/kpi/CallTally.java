// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the bare columns of a log whose rows are single calls: the sums of {@link CallSums}, in
 * the same order and so to the same bits, in half the time.
 */
final class CallTally implements MonthTally {
    private static final int TALK = 0;
    private static final int HOLD = 1;
    private static final int ACW = 2;
    private static final int QUEUE = 3;
    private static final int TALK_SQUARES = 4;
    private static final int HANDLE_SQUARES = 5;
    private static final int SUMS = 6;
    private static final int CALLS = 0;
    private static final int JUDGED = 1;
    private static final int RESOLVED = 2;
    private static final int LABELLED = 3;
    private static final int ANGRY = 4;
    private static final int COUNTS = 5;

    private final int[] days;
    private final float[] talk;
    private final float @Nullable [] hold;
    private final float @Nullable [] acw;
    private final float[] queue;
    private final NameColumn outcomes;
    private final NameColumn emotions;
    private final boolean judges;
    private final @Nullable RecordedCalls recordings;
    private final double[] sums = new double[LONGEST_MONTH * SUMS];
    private final int[] counts = new int[LONGEST_MONTH * COUNTS];
    private final MeasuredTotals[] measured = new MeasuredTotals[LONGEST_MONTH];

    CallTally(CallColumns columns) {
        FloatColumn holdTimes = columns.hold();
        FloatColumn acwTimes = columns.acw();
        days = columns.days().values();
        talk = columns.talk().values();
        hold = holdTimes == null ? null : holdTimes.values();
        acw = acwTimes == null ? null : acwTimes.values();
        queue = columns.queue().values();
        outcomes = columns.outcomes();
        emotions = columns.emotions();
        judges = columns.recorded().resolution() == Recorded.Resolution.OUTCOME;
        recordings = columns.recordings();
        Arrays.fill(measured, MeasuredTotals.NONE);
    }

    /** Whether the rows of a log are single calls whose outcome tells if they were resolved. */
    static boolean fits(CallColumns columns) {
        ExtraColumns extra = columns.extra();
        return extra.groups() == null && extra.counts() == null && extra.resolved() == null;
    }

    @Override
    public void add(int[] rows, int count, int firstOfMonth) {
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            int day = days[row] - firstOfMonth;
            int s = day * SUMS;
            float talkS = talk[row];
            double holdS = hold == null ? 0 : recorded(hold[row]);
            double acwS = acw == null ? 0 : recorded(acw[row]);
            double handleS = talkS + holdS + acwS;
            sums[s + TALK] += talkS;
            sums[s + HOLD] += holdS;
            sums[s + ACW] += acwS;
            sums[s + QUEUE] += recorded(queue[row]);
            sums[s + TALK_SQUARES] += (double) talkS * talkS;
            sums[s + HANDLE_SQUARES] += handleS * handleS;
            int c = day * COUNTS;
            counts[c + CALLS]++;
            if (judges && !outcomes.isEmpty(row)) {
                counts[c + JUDGED]++;
                counts[c + RESOLVED] += outcomes.matches(row) ? 1 : 0;
            }
            counts[c + LABELLED] += emotions.isEmpty(row) ? 0 : 1;
            counts[c + ANGRY] += emotions.matches(row) ? 1 : 0;
        }
        if (recordings != null) {
            addMeasured(recordings, rows, count, firstOfMonth);
        }
    }

    private void addMeasured(RecordedCalls heard, int[] rows, int count, int firstOfMonth) {
        for (int i = 0; i < count; i++) {
            CallEmotion emotion = heard.emotion(rows[i]);
            if (emotion != null) {
                int day = days[rows[i]] - firstOfMonth;
                measured[day] = measured[day].plus(emotion);
            }
        }
    }

    private static float recorded(float seconds) {
        return Float.isNaN(seconds) ? 0 : seconds;
    }

    @Override
    public void drainTo(List<DaySums.Day> found, int firstOfMonth, LocalDate[] dates) {
        for (int day = 0; day < dates.length; day++) {
            if (counts[day * COUNTS] > 0) {
                found.add(new DaySums.Day(firstOfMonth + day, dates[day], totals(day)));
            }
        }
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        if (recordings != null) {
            Arrays.fill(measured, MeasuredTotals.NONE);
        }
    }

    private CallTotals totals(int day) {
        int s = day * SUMS;
        int c = day * COUNTS;
        return new CallTotals(
                counts[c + CALLS],
                sums[s + TALK],
                sums[s + HOLD],
                sums[s + ACW],
                sums[s + QUEUE],
                sums[s + TALK_SQUARES],
                sums[s + HANDLE_SQUARES],
                counts[c + JUDGED],
                counts[c + RESOLVED],
                counts[c + LABELLED],
                counts[c + ANGRY],
                measured[day]);
    }
}
