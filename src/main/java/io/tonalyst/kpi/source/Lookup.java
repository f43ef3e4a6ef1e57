// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import java.util.EnumSet;
import java.util.Set;

/**
 * A table that says more about the codes of a field.
 *
 * @param file the table; a relative path starts at the folder of the call log
 * @param of the field whose codes it explains
 * @param key column of the table with these codes
 * @param gives what it gives: the field itself or the agent's name for words to show, another field
 *     such as the team to fill that field
 * @param value column of the table with what is given
 * @param optional whether the log can be read without it
 */
public record Lookup(
        String file, CallField of, String key, CallField gives, String value, boolean optional) {
    /** Fields whose codes tables can explain. */
    public static final Set<CallField> KEYS =
            EnumSet.of(
                    CallField.AGENT,
                    CallField.OUTCOME,
                    CallField.CALL_TYPE,
                    CallField.TEAM,
                    CallField.QUEUE,
                    CallField.PLAN);

    /** Fields that tables can fill besides. */
    public static final Set<CallField> FILLED =
            EnumSet.of(
                    CallField.AGENT_NAME,
                    CallField.TEAM,
                    CallField.QUEUE,
                    CallField.CALL_TYPE,
                    CallField.PLAN);

    public Lookup {
        if (!KEYS.contains(of) || (gives != of && !FILLED.contains(gives))) {
            throw new IllegalArgumentException("no lookup of " + of + " that gives " + gives);
        }
    }

    /** Whether it gives words for the codes of its own field, and no other field. */
    public boolean isTitle() {
        return gives == of || (of == CallField.AGENT && gives == CallField.AGENT_NAME);
    }
}
