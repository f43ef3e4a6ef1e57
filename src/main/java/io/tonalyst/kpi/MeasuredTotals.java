// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

/**
 * Sums over the calls whose emotion was measured in their recordings.
 *
 * @param calls calls with a measured emotion
 * @param angry of those, the ones in which anger prevails
 * @param confidence sum of the confidences, each 0 to 1
 * @param coverage sum of the shares of the recordings that have speech, each 0 to 1
 * @param valence sum of the valences in points
 * @param valenceSquares sum of their squares
 * @param changing calls whose change of valence is known
 * @param change sum of these changes in points
 * @param changeSquares sum of their squares
 */
public record MeasuredTotals(
        int calls,
        int angry,
        double confidence,
        double coverage,
        double valence,
        double valenceSquares,
        int changing,
        double change,
        double changeSquares) {
    /** Of no calls. */
    public static final MeasuredTotals NONE = new MeasuredTotals(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The sums with one more call. */
    MeasuredTotals plus(CallEmotion call) {
        boolean changes = !Double.isNaN(call.valenceChange());
        double moved = changes ? call.valenceChange() : 0;
        return new MeasuredTotals(
                calls + 1,
                angry + (call.angry() ? 1 : 0),
                confidence + call.confidence(),
                coverage + call.coverage(),
                valence + call.valence(),
                valenceSquares + call.valence() * call.valence(),
                changing + (changes ? 1 : 0),
                change + moved,
                changeSquares + moved * moved);
    }

    /** The sums over both sets of calls. */
    public MeasuredTotals plus(MeasuredTotals other) {
        if (other.calls == 0) {
            return this;
        }
        return new MeasuredTotals(
                calls + other.calls,
                angry + other.angry,
                confidence + other.confidence,
                coverage + other.coverage,
                valence + other.valence,
                valenceSquares + other.valenceSquares,
                changing + other.changing,
                change + other.change,
                changeSquares + other.changeSquares);
    }

    /** Mean confidence, 0 to 1; NaN without calls. */
    public double meanConfidence() {
        return calls == 0 ? Double.NaN : confidence / calls;
    }

    /** Mean share of the recordings that has speech, 0 to 1; NaN without calls. */
    public double meanCoverage() {
        return calls == 0 ? Double.NaN : coverage / calls;
    }
}
