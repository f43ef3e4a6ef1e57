// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.List;

/**
 * How a measure follows from the sums over calls, and how to say so.
 *
 * @param text the formula in one sentence
 * @param denominator what the calls are divided by
 * @param notes what a reader must know besides
 */
record MeasureFormula(
        Measure measure,
        Definition definition,
        String text,
        String denominator,
        List<String> notes) {
    private static final String HANDLED = "calls handled";

    static MeasureFormula of(Measure measure, Definition definition, CallLog log) {
        return of(measure, definition, log.hasHold());
    }

    private static MeasureFormula of(Measure measure, Definition definition, boolean withHold) {
        return switch (measure) {
            case AHT -> handleTime(definition, withHold);
            case FCR ->
                    new MeasureFormula(
                            measure,
                            definition,
                            "Resolution rate (FCR proxy) = calls with the outcome \"resolved by"
                                    + " agent\" / calls handled.",
                            HANDLED,
                            List.of(
                                    "The log does not say whether a customer called again: the"
                                            + " rate stands in for first-call resolution."));
            case CALLS ->
                    new MeasureFormula(
                            measure, definition, "Calls handled = number of calls.", "", List.of());
            case ANGRY ->
                    new MeasureFormula(
                            measure,
                            definition,
                            "Angry share = calls labelled anger / calls with an emotion label.",
                            "calls with an imported emotion label",
                            List.of(
                                    "Not measured: the label is imported as it stands in the log;"
                                            + " the Emotion column of the VolaPhone log was drawn"
                                            + " at random."));
        };
    }

    /** The formula for files of daily figures, which know talk times only. */
    static MeasureFormula ofDaily(Measure measure) {
        return of(measure, Definition.VOLAPHONE, false);
    }

    private static MeasureFormula handleTime(Definition definition, boolean withHold) {
        String text =
                switch (definition) {
                    case VOLAPHONE -> "AHT (VolaPhone reference) = mean talk time; talk only.";
                    case STANDARD ->
                            withHold
                                    ? "AHT = sum(talk + hold + after-call work) / calls handled."
                                    : "AHT = sum(talk + after-call work) / calls handled;"
                                            + " talk + after-call work, hold not recorded.";
                };
        return new MeasureFormula(Measure.AHT, definition, text, HANDLED, List.of());
    }

    /** The figure over the calls that were summed up. */
    Estimate estimate(CallTotals sums) {
        return switch (measure) {
            case AHT ->
                    definition == Definition.VOLAPHONE
                            ? Estimate.mean(sums.calls(), sums.talkS(), sums.talkSquares())
                            : Estimate.mean(sums.calls(), sums.handleS(), sums.handleSquares());
            case FCR -> Estimate.rate(sums.resolved(), sums.calls());
            case CALLS -> sums.calls() == 0 ? Estimate.NONE : Estimate.exact(sums.calls());
            case ANGRY -> Estimate.rate(sums.angry(), sums.labelled());
        };
    }
}
