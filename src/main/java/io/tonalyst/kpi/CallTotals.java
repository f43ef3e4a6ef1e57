// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

/**
 * Sums over some calls: the components every key figure is made of. Durations are in seconds; a
 * duration the log does not record adds nothing.
 *
 * @param calls calls handled
 * @param talkS talk time
 * @param holdS hold time
 * @param acwS after-call work
 * @param queueS time the callers waited
 * @param talkSquares sum of the squared talk times, for the standard error; NaN when only means are
 *     known
 * @param handleSquares sum of the squared handle times (talk + hold + after-call work); NaN when
 *     only means are known
 * @param judged calls of which it is known whether they were resolved
 * @param resolved calls that were resolved
 * @param labelled calls with an imported emotion label
 * @param angry calls whose label is anger
 * @param measured sums over the calls whose emotion was measured
 */
public record CallTotals(
        int calls,
        double talkS,
        double holdS,
        double acwS,
        double queueS,
        double talkSquares,
        double handleSquares,
        int judged,
        int resolved,
        int labelled,
        int angry,
        MeasuredTotals measured) {
    /** Of no calls. */
    public static final CallTotals NONE = new CallTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Of calls without measured emotions. */
    public CallTotals(
            int calls,
            double talkS,
            double holdS,
            double acwS,
            double queueS,
            double talkSquares,
            double handleSquares,
            int judged,
            int resolved,
            int labelled,
            int angry) {
        this(
                calls,
                talkS,
                holdS,
                acwS,
                queueS,
                talkSquares,
                handleSquares,
                judged,
                resolved,
                labelled,
                angry,
                MeasuredTotals.NONE);
    }

    /** Talk + hold + after-call work. */
    public double handleS() {
        return talkS + holdS + acwS;
    }

    /** The sums over both sets of calls. */
    public CallTotals plus(CallTotals other) {
        return new CallTotals(
                calls + other.calls,
                talkS + other.talkS,
                holdS + other.holdS,
                acwS + other.acwS,
                queueS + other.queueS,
                talkSquares + other.talkSquares,
                handleSquares + other.handleSquares,
                judged + other.judged,
                resolved + other.resolved,
                labelled + other.labelled,
                angry + other.angry,
                measured.plus(other.measured));
    }
}
