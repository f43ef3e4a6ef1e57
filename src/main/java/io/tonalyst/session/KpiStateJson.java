// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The part of a session on its call log, as plain JSON values and back. */
final class KpiStateJson {
    private static final int MAX_CODES = 10_000;
    private static final int MAX_TEXT = 1_000;
    private static final JsonMapper MAPPER = new JsonMapper();

    private KpiStateJson() {}

    /**
     * @param log as it is to be written
     */
    static Map<String, Object> write(KpiState state, String log) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("log", log);
        map.put("agent", state.agent());
        map.put("month", state.month());
        map.put("measure", state.measure());
        map.put("definition", state.definition());
        state.threshold().ifPresent(value -> map.put("threshold", value));
        map.put("speed", state.speed());
        if (!state.page().isEmpty()) {
            map.put("page", state.page());
        }
        if (!state.filter().isEmpty()) {
            map.put("filter", state.filter());
        }
        state.from().ifPresent(day -> map.put("from", day.toString()));
        state.to().ifPresent(day -> map.put("to", day.toString()));
        if (!state.sound().isEmpty()) {
            map.put("sound", tree(state.sound()));
        }
        state.joining()
                .ifPresent(
                        joining -> {
                            Map<String, Object> how = new LinkedHashMap<>();
                            how.put("names", joining.names());
                            how.put("tolerance_s", joining.toleranceSeconds());
                            how.put("channel", joining.channel());
                            map.put("joined", how);
                        });
        return map;
    }

    private static JsonNode tree(String sound) {
        try {
            return MAPPER.readTree(sound);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A mapping that is no JSON", e);
        }
    }

    /**
     * @param log as it was resolved
     * @throws FieldException if a field is of another kind
     */
    static KpiState read(JsonNode node, Path log) {
        double speed = node.path("speed").asDouble(1);
        JsonNode joined = node.path("joined");
        return new KpiState(
                log,
                text(node, "agent"),
                text(node, "month"),
                text(node, "measure"),
                text(node, "definition"),
                node.path("threshold").isNumber()
                        ? OptionalDouble.of(node.get("threshold").asDouble())
                        : OptionalDouble.empty(),
                node.path("sound").isObject() ? node.get("sound").toString() : "",
                Double.isFinite(speed) ? speed : 1,
                text(node, "page"),
                filter(node.path("filter")),
                day(node, "from"),
                day(node, "to"),
                joined.isObject()
                        ? Optional.of(
                                new KpiState.Joining(
                                        text(joined, "names"),
                                        Math.clamp(joined.path("tolerance_s").asInt(120), 0, 3600),
                                        Math.clamp(joined.path("channel").asInt(0), 0, 64)))
                        : Optional.empty());
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asText("");
        if (text.length() > MAX_TEXT) {
            throw new FieldException("kpis: " + field + " is too long");
        }
        return text;
    }

    private static Optional<LocalDate> day(JsonNode node, String field) {
        try {
            return node.has(field)
                    ? Optional.of(LocalDate.parse(node.get(field).asText()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            throw new FieldException("kpis: " + field + " is no day such as 2017-01-31");
        }
    }

    private static Map<String, List<String>> filter(JsonNode node) {
        Map<String, List<String>> filter = new LinkedHashMap<>();
        if (!node.isMissingNode() && !node.isObject()) {
            throw new FieldException("kpis: filter is no object");
        }
        for (var entry : node.properties()) {
            if (!entry.getValue().isArray() || entry.getValue().size() > MAX_CODES) {
                throw new FieldException(
                        "kpis: the filter by " + entry.getKey() + " is no list of codes");
            }
            List<String> codes = new ArrayList<>();
            entry.getValue().forEach(code -> codes.add(code.asText("")));
            filter.put(entry.getKey(), codes);
        }
        return filter;
    }
}
