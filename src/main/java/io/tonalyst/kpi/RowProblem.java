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
        AGENT("the agent is not a whole number from 0 to 2147483647"),
        DATE("the date is not of the form 2017-01-31 or 2017-01-31 13:45:00"),
        DURATION("a duration is not a number of seconds from 0 to 86400"),
        OUTCOME("the outcome is missing"),
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
