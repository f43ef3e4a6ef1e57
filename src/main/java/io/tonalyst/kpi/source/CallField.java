// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.CallDimension;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a column of a call log can mean. */
public enum CallField {
    START("start", "Date, with or without time", Kind.DATE, null),
    TIME("time", "Time of day", Kind.TIME, null),
    AGENT("agent_id", "Agent", Kind.NAME, CallDimension.AGENT),
    AGENT_NAME("agent_name", "Agent's name", Kind.NAME, null),
    TALK("talk_s", "Talk time", Kind.DURATION, null),
    HOLD("hold_s", "Hold time", Kind.DURATION, null),
    WORK("acw_s", "After-call work", Kind.DURATION, null),
    HANDLE("handle_s", "Handle time as a whole", Kind.DURATION, null),
    QUEUE_TIME("queue_s", "Time the caller waited", Kind.DURATION, null),
    OUTCOME("outcome", "Outcome", Kind.NAME, CallDimension.OUTCOME),
    RESOLVED("resolved", "Resolved, yes or no", Kind.MARK, null),
    ANSWERED("answered", "Answered, yes or no", Kind.MARK, null),
    CALL_TYPE("call_type", "Call type", Kind.NAME, CallDimension.CALL_TYPE),
    TEAM("team", "Team", Kind.NAME, CallDimension.TEAM),
    QUEUE("queue", "Queue", Kind.NAME, CallDimension.QUEUE),
    PLAN("plan", "Plan", Kind.NAME, CallDimension.PLAN),
    EMOTION("emotion", "Emotion label", Kind.NAME, CallDimension.EMOTION),
    RATING("rating", "Customer's rating", Kind.NUMBER, null),
    CUSTOMER("customer_id", "Customer", Kind.TEXT, null),
    CALL_ID("call_id", "Call's own number, used once", Kind.TEXT, null),
    RECORDING("recording_path", "Recording", Kind.TEXT, null),
    CALLS("calls", "Calls a row stands for", Kind.NUMBER, null),
    RESOLVED_CALLS("resolved_calls", "Calls resolved, of those", Kind.NUMBER, null),
    RESOLVED_SHARE("resolved_share", "Share resolved, of those", Kind.NUMBER, null);

    /** What the values of a field are. */
    public enum Kind {
        DATE,
        TIME,
        DURATION,
        NAME,
        MARK,
        NUMBER,
        TEXT
    }

    private final String key;
    private final String title;
    private final Kind kind;
    private final @Nullable CallDimension dimension;

    CallField(String key, String title, Kind kind, @Nullable CallDimension dimension) {
        this.key = key;
        this.title = title;
        this.kind = kind;
        this.dimension = dimension;
    }

    /** Name in mapping files. */
    public String key() {
        return key;
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    /** What calls can be told apart by with this field; null for other fields. */
    public @Nullable CallDimension dimension() {
        return dimension;
    }

    /** Whether a log cannot do without it; the talk time can be replaced by the handle time. */
    public boolean isRequired() {
        return this == START || this == AGENT || this == TALK;
    }

    /** The field with this {@link #key}. */
    public static Optional<CallField> ofKey(String key) {
        return Arrays.stream(values()).filter(f -> f.key.equalsIgnoreCase(key)).findFirst();
    }
}
