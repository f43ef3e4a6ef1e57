// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.join;

import io.tonalyst.kpi.CallLog;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Finds agents by what file names say of them: as the log has it, or else by letters and digits
 * alone, so that {@code AnnaMeier} is Anna Meier, if only one agent is meant.
 */
final class AgentNames {
    private static final int SEVERAL = -1;

    private final CallLog log;
    private final Map<String, Integer> plain = new HashMap<>();

    AgentNames(CallLog log) {
        this.log = log;
        for (int agent : log.agents()) {
            plain.merge(plain(log.agentCode(agent)), agent, AgentNames::same);
            plain.merge(plain(log.agentTitle(agent)), agent, AgentNames::same);
        }
    }

    private static int same(int one, int other) {
        return one == other ? one : SEVERAL;
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** The number of the agent; empty if none or several are meant. */
    OptionalInt find(String text) {
        OptionalInt exact = log.agent(text);
        if (exact.isPresent()) {
            return exact;
        }
        int agent = plain.getOrDefault(plain(text), SEVERAL);
        return agent == SEVERAL ? OptionalInt.empty() : OptionalInt.of(agent);
    }
}
