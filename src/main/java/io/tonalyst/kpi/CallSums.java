// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

/** Adds up calls; the growing counterpart of {@link CallTotals}. */
final class CallSums {
    private int calls;
    private double talk;
    private double hold;
    private double acw;
    private double queue;
    private double talkSquares;
    private double handleSquares;
    private int resolved;
    private int labelled;
    private int angry;

    void add(CallLog log, int row) {
        double talkS = log.talkSeconds(row);
        double holdS = recorded(log.holdSeconds(row));
        double acwS = recorded(log.acwSeconds(row));
        double handleS = talkS + holdS + acwS;
        calls++;
        talk += talkS;
        hold += holdS;
        acw += acwS;
        queue += recorded(log.queueSeconds(row));
        talkSquares += talkS * talkS;
        handleSquares += handleS * handleS;
        if (log.isResolved(row)) {
            resolved++;
        }
        if (log.hasEmotionLabel(row)) {
            labelled++;
        }
        if (log.isAngry(row)) {
            angry++;
        }
    }

    private static double recorded(float seconds) {
        return Float.isNaN(seconds) ? 0 : seconds;
    }

    CallTotals totals() {
        return new CallTotals(
                calls,
                talk,
                hold,
                acw,
                queue,
                talkSquares,
                handleSquares,
                resolved,
                labelled,
                angry);
    }
}
