// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Calls in columns of primitive arrays, sorted by month, then agent, and within both in the order
 * of the file. Immutable, safe between threads. Rows are numbered from 0; durations are in seconds,
 * NaN where the log does not record them.
 */
public final class CallLog {
    private final CallColumns columns;
    private final CallIndex index;

    private CallLog(CallColumns columns, CallIndex index) {
        this.columns = columns;
        this.index = index;
    }

    /** Sorts and indexes columns; takes them over. */
    static CallLog of(CallColumns unsorted) {
        int[] order = CallIndex.order(unsorted.agents(), unsorted.days(), unsorted.size());
        unsorted.reorder(order);
        return new CallLog(
                unsorted, CallIndex.of(unsorted.agents(), unsorted.days(), unsorted.size()));
    }

    /** Number of calls. */
    public int size() {
        return columns.size();
    }

    /** The agents, ascending; a copy. */
    public int[] agents() {
        return index.agents();
    }

    public boolean hasAgent(int agent) {
        return index.hasAgent(agent);
    }

    /** The months with calls, ascending. */
    public List<YearMonth> months() {
        return index.months();
    }

    /** The months in which {@code agent} has calls, ascending; empty for an unknown agent. */
    public List<YearMonth> months(int agent) {
        return index.months().stream().filter(m -> !index.range(agent, m).isEmpty()).toList();
    }

    /** The agents with calls in {@code month}, ascending. */
    public int[] agents(YearMonth month) {
        return index.agentsIn(month);
    }

    /** The calls of one agent in one month; empty when there are none. */
    public RowRange calls(int agent, YearMonth month) {
        return index.range(agent, month);
    }

    /** The rows of one agent's calls of one day, in the order of the file. */
    public int[] callsOn(int agent, LocalDate date) {
        RowRange range = calls(agent, YearMonth.from(date));
        int day = (int) date.toEpochDay();
        return IntStream.range(range.from(), range.to())
                .filter(row -> columns.days()[row] == day)
                .toArray();
    }

    public int agent(int row) {
        return columns.agents()[row];
    }

    /** Days since 1970-01-01. */
    public int epochDay(int row) {
        return columns.days()[row];
    }

    public LocalDate date(int row) {
        return LocalDate.ofEpochDay(columns.days()[row]);
    }

    /** Time of day; midnight in logs that record the date alone. */
    public LocalTime time(int row) {
        return LocalTime.ofSecondOfDay(columns.seconds()[row]);
    }

    public float talkSeconds(int row) {
        return columns.talk()[row];
    }

    /** After-call work. */
    public float acwSeconds(int row) {
        return columns.acw()[row];
    }

    public float queueSeconds(int row) {
        return columns.queue()[row];
    }

    public float holdSeconds(int row) {
        return columns.hold() == null ? Float.NaN : columns.hold()[row];
    }

    /** Code of the outcome, such as {@code Resolution1}. */
    public String outcome(int row) {
        return columns.outcomes().name(row);
    }

    /** Code of the call type, empty when not recorded. */
    public String callType(int row) {
        return columns.types().name(row);
    }

    /** Code of the plan, empty when not recorded. */
    public String plan(int row) {
        return columns.plans().name(row);
    }

    /** Whether an emotion label was imported with the call. */
    public boolean hasEmotionLabel(int row) {
        return !columns.emotions().isEmpty(row);
    }

    public boolean isResolved(int row) {
        return columns.outcomes().matches(row);
    }

    /** Whether the imported label is anger. */
    public boolean isAngry(int row) {
        return columns.emotions().matches(row);
    }

    /** Whether the log records hold time. */
    public boolean hasHold() {
        return columns.hold() != null;
    }

    /** Whether any call has an imported emotion label. */
    public boolean hasEmotionLabels() {
        return columns.emotions().hasNames();
    }

    /** The sums over the calls of a range. */
    public CallTotals totals(RowRange range) {
        var sums = new CallSums();
        for (int row = range.from(); row < range.to(); row++) {
            sums.add(this, row);
        }
        return sums.totals();
    }
}
