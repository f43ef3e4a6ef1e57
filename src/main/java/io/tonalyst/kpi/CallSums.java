// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

/** Adds up calls; the growing counterpart of {@link CallTotals}. */
public final class CallSums {
    private int calls;
    private double talk;
    private double hold;
    private double acw;
    private double queue;
    private double talkSquares;
    private double handleSquares;
    private int judged;
    private int resolved;
    private int labelled;
    private int angry;
    private MeasuredTotals measured = MeasuredTotals.NONE;

    /** Adds the calls of a row. */
    public void add(CallLog log, int row) {
        GroupSums group = log.groupSums(row);
        if (group != null) {
            add(group, log.count(row), Math.max(0, log.resolvedCalls(row)));
            return;
        }
        int count = log.count(row);
        double talkS = log.talkSeconds(row);
        double holdS = recorded(log.holdSeconds(row));
        double acwS = recorded(log.acwSeconds(row));
        double handleS = talkS + holdS + acwS;
        calls += count;
        talk += count * talkS;
        hold += count * holdS;
        acw += count * acwS;
        queue += count * recorded(log.queueSeconds(row));
        // The spread within a row of several calls is not known, and so no band can be told.
        talkSquares += count == 1 ? talkS * talkS : Double.NaN;
        handleSquares += count == 1 ? handleS * handleS : Double.NaN;
        int solved = log.resolvedCalls(row);
        if (solved >= 0) {
            judged += count;
            resolved += solved;
        }
        if (log.hasEmotionLabel(row)) {
            labelled += count;
        }
        if (log.isAngry(row)) {
            angry += count;
        }
        CallEmotion heard = log.measured(row);
        if (heard != null) {
            measured = measured.plus(heard);
        }
    }

    /** Adds calls that have been added up before. */
    public void add(CallTotals other) {
        calls += other.calls();
        talk += other.talkS();
        hold += other.holdS();
        acw += other.acwS();
        queue += other.queueS();
        talkSquares += other.talkSquares();
        handleSquares += other.handleSquares();
        judged += other.judged();
        resolved += other.resolved();
        labelled += other.labelled();
        angry += other.angry();
        measured = measured.plus(other.measured());
    }

    private void add(GroupSums group, int count, int solved) {
        calls += count;
        talk += group.talk().sum();
        hold += group.hold().sum();
        acw += group.work().sum();
        queue += group.queue().sum();
        talkSquares += group.talk().squares();
        handleSquares += group.handle().squares();
        judged += group.judged();
        resolved += solved;
        labelled += group.labelled();
        angry += group.angry();
    }

    private static double recorded(float seconds) {
        return Float.isNaN(seconds) ? 0 : seconds;
    }

    /** What has been added so far. */
    public CallTotals totals() {
        return new CallTotals(
                calls,
                talk,
                hold,
                acw,
                queue,
                talkSquares,
                handleSquares,
                judged,
                resolved,
                labelled,
                angry,
                measured);
    }
}
