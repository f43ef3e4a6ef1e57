// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Collects calls from any source into a {@link CallLog}. For one thread. */
public final class CallLogBuilder {
    /** So many different agents fit a log. */
    public static final int MAX_AGENTS = 1_000_000;

    private final CallColumns columns;
    private final Map<String, Integer> agents = new LinkedHashMap<>();
    private final Map<String, String> agentTitles = new HashMap<>();
    private final Map<String, Integer> customers = new HashMap<>();

    /**
     * @param resolved which outcomes mean that a call was resolved; of no account in a log that is
     *     not {@link Recorded.Resolution#OUTCOME}
     * @param kept what else is kept of each call
     */
    public CallLogBuilder(Recorded recorded, Predicate<String> resolved, Set<CallExtra> kept) {
        columns = new CallColumns(recorded, resolved, kept);
    }

    /** Calls, or rows of several calls, added so far. */
    public int size() {
        return columns.size();
    }

    /**
     * Appends a call.
     *
     * @return false when a column would hold too many different names; nothing is added then
     */
    public boolean add(CallDraft call) {
        String agent = call.name(CallDimension.AGENT);
        Integer known = agents.get(agent);
        if (known == null && agents.size() >= MAX_AGENTS) {
            return false;
        }
        var dimensions = CallDimension.values();
        int[] codes = new int[dimensions.length];
        for (CallDimension dimension : dimensions) {
            if (dimension.isNamed()) {
                codes[dimension.ordinal()] = columns.names(dimension).code(call.name(dimension));
                if (codes[dimension.ordinal()] < 0) {
                    return false;
                }
            }
        }
        for (CallDimension dimension : dimensions) {
            if (dimension.isNamed()) {
                columns.names(dimension).add(codes[dimension.ordinal()]);
            }
        }
        int code = known == null ? agents.size() : known;
        if (known == null) {
            agents.put(agent, code);
        }
        if (!call.agentTitle().isEmpty()) {
            agentTitles.putIfAbsent(agent, call.agentTitle());
        }
        columns.add(
                code,
                (int) Math.floorDiv(call.start(), 86_400L),
                (int) Math.floorMod(call.start(), 86_400L),
                call.talk(),
                call.work(),
                call.queue(),
                call.hold());
        columns.extra()
                .add(
                        customer(call.customer()),
                        call.rating(),
                        call.count(),
                        call.resolved(),
                        call.recording());
        columns.extra().addSums(call.sums());
        return true;
    }

    private int customer(String id) {
        return id.isEmpty() ? 0 : customers.computeIfAbsent(id, key -> customers.size() + 1);
    }

    /**
     * The log; the builder cannot be used any more.
     *
     * @param titles what the codes of dimensions mean, by dimension and code; may lack any
     */
    public CallLog build(Map<CallDimension, Map<String, String>> titles) {
        Agents numbers = Agents.of(List.copyOf(agents.keySet()));
        int[] byCode = new int[agents.size()];
        agents.forEach((text, code) -> byCode[code] = numbers.number(text));
        columns.agents().replace(byCode);
        var all = new EnumMap<CallDimension, Map<String, String>>(CallDimension.class);
        all.putAll(titles);
        var ofAgents = new HashMap<>(agentTitles);
        ofAgents.putAll(titles.getOrDefault(CallDimension.AGENT, Map.of()));
        all.put(CallDimension.AGENT, ofAgents);
        return CallLog.of(columns, numbers, new CodeTitles(all));
    }

    /** The names of a dimension that occur so far, without the empty one. */
    public List<String> names(CallDimension dimension) {
        if (dimension == CallDimension.AGENT) {
            return List.copyOf(agents.keySet());
        }
        List<String> names = columns.names(dimension).names();
        return new ArrayList<>(names.subList(1, names.size()));
    }
}
