// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The growing columns behind a {@link CallLog}; those a log does not have are null. */
final class CallColumns {
    private final Recorded recorded;
    private final IntColumn agents;
    private final IntColumn days;
    private final IntColumn seconds;
    private final FloatColumn talk;
    private final @Nullable FloatColumn acw;
    private final FloatColumn queue;
    private final @Nullable FloatColumn hold;
    private final Map<CallDimension, NameColumn> names = new EnumMap<>(CallDimension.class);
    private final NameColumn outcomes;
    private final NameColumn emotions;
    private final ExtraColumns extra;
    private final @Nullable RecordedCalls recordings;

    /**
     * @param resolved which outcomes mean that a call was resolved
     * @param kept which of the columns are there that only some logs have
     */
    CallColumns(Recorded recorded, Predicate<String> resolved, Set<CallExtra> kept) {
        this.recorded = recorded;
        agents = new IntColumn();
        days = new IntColumn();
        seconds = new IntColumn();
        talk = new FloatColumn();
        queue = new FloatColumn();
        extra = new ExtraColumns(kept);
        recordings = null;
        acw = recorded.handle().hasWork() ? new FloatColumn() : null;
        hold = recorded.handle().hasHold() ? new FloatColumn() : null;
        for (CallDimension dimension : CallDimension.values()) {
            switch (dimension) {
                case AGENT, MEASURED -> {
                    // Agents are numbers in a column of their own; recordings are joined later.
                }
                case OUTCOME -> names.put(dimension, new NameColumn(resolved));
                case EMOTION -> names.put(dimension, new NameColumn(CallNames::isAnger));
                default -> names.put(dimension, new NameColumn(name -> false));
            }
        }
        outcomes = names(CallDimension.OUTCOME);
        emotions = names(CallDimension.EMOTION);
    }

    /** The same columns, shared, with recordings joined to calls. */
    private CallColumns(CallColumns calls, RecordedCalls joined) {
        recorded = calls.recorded;
        agents = calls.agents;
        days = calls.days;
        seconds = calls.seconds;
        talk = calls.talk;
        acw = calls.acw;
        queue = calls.queue;
        hold = calls.hold;
        extra = calls.extra;
        names.putAll(calls.names);
        names.put(CallDimension.MEASURED, joined.emotions());
        outcomes = calls.outcomes;
        emotions = calls.emotions;
        recordings = joined;
    }

    /** The same calls with recordings by row, in place of those they had. */
    CallColumns with(Map<Integer, CallRecording> byRow) {
        return new CallColumns(this, new RecordedCalls(size(), byRow));
    }

    /** The recordings that were joined; null in a log without. */
    @Nullable RecordedCalls recordings() {
        return recordings;
    }

    /** Appends a call; the name columns are to be appended to by the caller, one name each. */
    void add(int agent, int day, int second, float talkS, float acwS, float queueS, float holdS) {
        agents.add(agent);
        days.add(day);
        seconds.add(second);
        talk.add(talkS);
        queue.add(queueS);
        if (acw != null) {
            acw.add(acwS);
        }
        if (hold != null) {
            hold.add(holdS);
        }
    }

    /** Puts row {@code order[i]} at i and drops spare capacity, one column at a time. */
    void reorder(int[] order) {
        agents.reorder(order);
        days.reorder(order);
        seconds.reorder(order);
        talk.reorder(order);
        queue.reorder(order);
        if (acw != null) {
            acw.reorder(order);
        }
        if (hold != null) {
            hold.reorder(order);
        }
        for (NameColumn column : names.values()) {
            column.reorder(order);
        }
        extra.reorder(order);
    }

    int size() {
        return agents.size();
    }

    Recorded recorded() {
        return recorded;
    }

    IntColumn agents() {
        return agents;
    }

    IntColumn days() {
        return days;
    }

    IntColumn seconds() {
        return seconds;
    }

    FloatColumn talk() {
        return talk;
    }

    @Nullable FloatColumn acw() {
        return acw;
    }

    FloatColumn queue() {
        return queue;
    }

    @Nullable FloatColumn hold() {
        return hold;
    }

    NameColumn outcomes() {
        return outcomes;
    }

    NameColumn emotions() {
        return emotions;
    }

    /**
     * The names of a dimension; an empty column for what was never measured.
     *
     * @param dimension not {@link CallDimension#AGENT}
     */
    NameColumn names(CallDimension dimension) {
        NameColumn column = names.get(dimension);
        return column == null ? new NameColumn(name -> false) : column;
    }

    /** What only some logs have. */
    ExtraColumns extra() {
        return extra;
    }
}
