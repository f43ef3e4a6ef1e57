// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.ArrayList;
import java.util.List;

/**
 * How a measure follows from the sums over calls, and how to say so.
 *
 * @param text the formula in one sentence
 * @param denominator what the calls are divided by
 * @param notes what a reader must know besides
 */
public record MeasureFormula(
        Measure measure,
        Definition definition,
        String text,
        String denominator,
        List<String> notes) {
    private static final String HANDLED = "calls handled";

    public MeasureFormula {
        notes = List.copyOf(notes);
    }

    /** The formula that answers a query, with the filter among its notes. */
    static MeasureFormula of(KpiQuery query, CallLog log) {
        return of(query.measure(), query.definition(), query.filter(), log);
    }

    /** The formula for a log, with the filter among its notes. */
    public static MeasureFormula of(
            Measure measure, Definition definition, CallFilter filter, CallLog log) {
        var all = of(measure, definition, log.recorded());
        if (filter.isEmpty()) {
            return all;
        }
        var notes = new ArrayList<>(List.of("Filtered: " + filter.inWords(log) + "."));
        notes.addAll(all.notes());
        return new MeasureFormula(
                all.measure(), all.definition(), all.text(), all.denominator(), notes);
    }

    private static MeasureFormula of(Measure measure, Definition definition, Recorded recorded) {
        return switch (measure) {
            case AHT -> handleTime(definition, recorded);
            case FCR -> resolution(definition, recorded);
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
            case ANGRY_MEASURED ->
                    measured(
                            measure,
                            definition,
                            "Angry calls = calls in whose recording anger prevails / calls with a"
                                    + " measured emotion.",
                            "calls with a measured emotion");
            case VALENCE ->
                    measured(
                            measure,
                            definition,
                            "Valence = mean over the calls of 100 * (happy - sad - angry - fear -"
                                    + " disgust), each a mean probability.",
                            "calls with a measured emotion");
            case VALENCE_CHANGE ->
                    measured(
                            measure,
                            definition,
                            "Valence trend = mean over the calls of the valence in the last third"
                                    + " of the recording - that in the first third.",
                            "calls with speech in the first and last third");
        };
    }

    private static MeasureFormula measured(
            Measure measure, Definition definition, String text, String denominator) {
        return new MeasureFormula(
                measure,
                definition,
                text,
                denominator,
                List.of(
                        "Measured by the emotion model in recordings: expression as actors show it,"
                                + " not what a caller feels."));
    }

    /** The formula for files of daily figures, which know talk times only. */
    static MeasureFormula ofDaily(Measure measure) {
        return of(
                measure,
                Definition.VOLAPHONE,
                new Recorded(Recorded.Handle.TALK, Recorded.Resolution.OUTCOME, false));
    }

    private static MeasureFormula resolution(Definition definition, Recorded recorded) {
        String outOf =
                switch (recorded.resolution()) {
                    case OUTCOME -> "calls with the outcome \"resolved by agent\" / calls handled.";
                    case MARK -> "calls the log marks as resolved / calls with such a mark.";
                    case NONE -> "not recorded in this log.";
                };
        return new MeasureFormula(
                Measure.FCR,
                definition,
                "Resolution rate (FCR proxy) = " + outOf,
                recorded.resolution() == Recorded.Resolution.MARK
                        ? "calls with a mark for resolved"
                        : HANDLED,
                List.of(
                        "The log does not say whether a customer called again: the rate stands in"
                                + " for first-call resolution."));
    }

    private static MeasureFormula handleTime(Definition definition, Recorded recorded) {
        String text =
                switch (definition) {
                    case VOLAPHONE -> "AHT (VolaPhone reference) = mean talk time; talk only.";
                    case STANDARD -> "AHT = " + standard(recorded.handle());
                };
        var notes = new ArrayList<String>();
        if (recorded.handle() == Recorded.Handle.WHOLE && definition == Definition.VOLAPHONE) {
            text = "AHT (VolaPhone reference) = mean handle time; the log has no talk times.";
        }
        if (recorded.summed()) {
            notes.add(
                    "The log holds means of several calls: they are weighted by their calls, and"
                            + " there is no band, for the spread within them is not known.");
        }
        return new MeasureFormula(Measure.AHT, definition, text, HANDLED, notes);
    }

    private static String standard(Recorded.Handle handle) {
        return switch (handle) {
            case TALK -> "sum(talk) / calls handled; talk only.";
            case TALK_WORK ->
                    "sum(talk + after-call work) / calls handled; talk + after-call work, hold not"
                            + " recorded.";
            case TALK_HOLD ->
                    "sum(talk + hold) / calls handled; talk + hold, after-call work not recorded.";
            case TALK_HOLD_WORK -> "sum(talk + hold + after-call work) / calls handled.";
            case WHOLE -> "sum(handle time as the log has it) / calls handled.";
        };
    }

    /** The same with a note before the others. */
    MeasureFormula with(String note) {
        var more = new ArrayList<>(List.of(note));
        more.addAll(notes);
        return new MeasureFormula(measure, definition, text, denominator, more);
    }

    /** The figure over the calls that were summed up. */
    public Estimate estimate(CallTotals sums) {
        return switch (measure) {
            case AHT ->
                    definition == Definition.VOLAPHONE
                            ? Estimate.mean(sums.calls(), sums.talkS(), sums.talkSquares())
                            : Estimate.mean(sums.calls(), sums.handleS(), sums.handleSquares());
            case FCR -> Estimate.rate(sums.resolved(), sums.judged());
            case CALLS -> sums.calls() == 0 ? Estimate.NONE : Estimate.exact(sums.calls());
            case ANGRY -> Estimate.rate(sums.angry(), sums.labelled());
            case ANGRY_MEASURED -> Estimate.rate(sums.measured().angry(), sums.measured().calls());
            case VALENCE ->
                    Estimate.signedMean(
                            sums.measured().calls(),
                            sums.measured().valence(),
                            sums.measured().valenceSquares());
            case VALENCE_CHANGE ->
                    Estimate.signedMean(
                            sums.measured().changing(),
                            sums.measured().change(),
                            sums.measured().changeSquares());
        };
    }
}
