// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.Arrays;
import java.util.Optional;

/** What calls can be told apart by. */
public enum CallDimension {
    AGENT("agent", "Agent"),
    TEAM("team", "Team"),
    QUEUE("queue", "Queue"),
    CALL_TYPE("type", "Call type"),
    PLAN("plan", "Plan"),
    OUTCOME("outcome", "Resolution"),
    /** An imported label, which was not measured here. */
    EMOTION("emotion", "Emotion label"),
    /** Measured in the recordings that were joined to the calls. */
    MEASURED("measured", "Measured emotion");

    private final String key;
    private final String title;

    CallDimension(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** Name on the command line and in files. */
    public String key() {
        return key;
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    /** Whether a call log holds it itself, in a column of names. */
    boolean isNamed() {
        return this != AGENT && this != MEASURED;
    }

    /** The dimension with this {@link #key}. */
    public static Optional<CallDimension> ofKey(String key) {
        return Arrays.stream(values()).filter(d -> d.key.equalsIgnoreCase(key)).findFirst();
    }
}
