// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.explore;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import java.util.ArrayList;
import java.util.List;

/** What is asked of a call log. */
public sealed interface Question {
    /** The figure that is asked for. */
    Figure figure();

    /** Such as {@code Calls by emotion label}. */
    String title();

    /** Looks through the calls that pass a filter; takes one pass over the log. */
    Answer answer(CallLog log, CallFilter filter);

    /** Groups of calls compared by a figure. */
    record Compare(Figure figure, CallDimension by) implements Question {
        @Override
        public String title() {
            return Breakdown.title(figure, by);
        }

        @Override
        public Answer answer(CallLog log, CallFilter filter) {
            return new Answer.Compared(Breakdown.of(log, by, figure, filter), notes(log, filter));
        }

        private List<String> notes(CallLog log, CallFilter filter) {
            List<String> notes = filtered(log, filter);
            if (figure == Figure.ANGRY || by == CallDimension.EMOTION) {
                notes.add(
                        "Not measured: emotion labels are imported as they stand in the log; those"
                                + " of the VolaPhone log were drawn at random.");
            }
            return notes;
        }
    }

    /** How a duration is spread. */
    record Spread(Figure figure) implements Question {
        @Override
        public String title() {
            return Distribution.title(figure);
        }

        @Override
        public Answer answer(CallLog log, CallFilter filter) {
            List<String> notes = filtered(log, filter);
            if (log.recorded().summed()) {
                notes.add("The log holds means of several calls: this is the spread of the means.");
            }
            return new Answer.Spread(Distribution.of(log, figure, filter), notes);
        }
    }

    private static List<String> filtered(CallLog log, CallFilter filter) {
        var notes = new ArrayList<String>();
        if (!filter.isEmpty()) {
            notes.add("Filtered: " + filter.inWords(log) + ".");
        }
        return notes;
    }

    /** What the notebooks ask, and more, as far as the log can answer. */
    static List<Question> of(CallLog log) {
        var all = new ArrayList<Question>();
        for (CallDimension by :
                List.of(
                        CallDimension.MEASURED,
                        CallDimension.EMOTION,
                        CallDimension.AGENT,
                        CallDimension.TEAM,
                        CallDimension.CALL_TYPE,
                        CallDimension.OUTCOME,
                        CallDimension.PLAN,
                        CallDimension.QUEUE)) {
            all.add(new Compare(Figure.CALLS, by));
        }
        Figure.DURATIONS.forEach(figure -> all.add(new Spread(figure)));
        all.add(new Compare(Figure.RATING, CallDimension.EMOTION));
        all.add(new Compare(Figure.RATING, CallDimension.AGENT));
        all.add(new Compare(Figure.ANGRY_MEASURED, CallDimension.AGENT));
        all.add(new Compare(Figure.ANGRY_MEASURED, CallDimension.CALL_TYPE));
        all.add(new Compare(Figure.VALENCE, CallDimension.AGENT));
        all.add(new Compare(Figure.VALENCE, CallDimension.OUTCOME));
        all.add(new Compare(Figure.HANDLE, CallDimension.MEASURED));
        all.add(new Compare(Figure.ANGRY, CallDimension.AGENT));
        all.add(new Compare(Figure.ANGRY, CallDimension.CALL_TYPE));
        all.add(new Compare(Figure.HANDLE, CallDimension.AGENT));
        all.add(new Compare(Figure.HANDLE, CallDimension.CALL_TYPE));
        all.add(new Compare(Figure.RESOLUTION, CallDimension.AGENT));
        all.add(new Compare(Figure.RESOLUTION, CallDimension.CALL_TYPE));
        return all.stream().filter(question -> canAnswer(question, log)).toList();
    }

    /** Whether the log records what the question needs. */
    static boolean canAnswer(Question question, CallLog log) {
        boolean grouped =
                !(question instanceof Compare compare) || !log.codes(compare.by()).isEmpty();
        // Of groups of calls sums are known, and not how their durations are spread.
        boolean spread = !log.isGrouped() || question instanceof Compare;
        return grouped && spread && question.figure().isIn(log);
    }
}
