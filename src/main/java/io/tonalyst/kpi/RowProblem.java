// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

/**
 * A row of a call log that was left out.
 *
 * @param row number of the row as a spreadsheet counts, the header being row 1
 * @param kind what is wrong
 * @param sentence what is wrong, with the text found there
 */
public record RowProblem(long row, Kind kind, String sentence) {
    /** What can be wrong with a row. */
    public enum Kind {
        FIELDS("the number of fields differs from the header's"),
        QUOTES("a quotation mark is not closed or stands in the wrong place"),
        TOO_LONG("the row is longer than 256 KiB"),
        AGENT("the agent is missing or cannot be read"),
        DATE("the date or time is missing or cannot be read"),
        DURATION("a duration is missing, negative, above 24 hours or cannot be read"),
        OUTCOME("the outcome is missing"),
        MARK("a mark such as answered or resolved is neither yes nor no"),
        NUMBER("a number is missing or cannot be read"),
        DUPLICATE("the call is there already"),
        NAMES("a column of names holds more than 60000 different ones");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** What is wrong, in words. */
        public String title() {
            return title;
        }
    }
}
