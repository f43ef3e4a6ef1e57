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
    private static final int MAX_TRAIL = 1_000;
    private static final int MAX_PAGE = 100_000;
    private static final JsonMapper MAPPER = new JsonMapper();

    private KpiStateJson() {}

    /**
     * @param log as it is to be written
     */
    static Map<String, Object> write(KpiState state, String log) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("log", log);
        if (!state.source().mapping().isEmpty()) {
            map.put("log_mapping", tree(state.source().mapping()));
        }
        state.source().database().ifPresent(database -> map.put("database", write(database)));
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
        state.charts().ifPresent(charts -> map.put("charts", write(charts)));
        return map;
    }

    private static Map<String, String> write(KpiState.Database database) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("url", database.url());
        map.put("user", database.user());
        map.put("table", database.table());
        map.put("driver_jar", database.driverJar());
        return map;
    }

    private static Map<String, Object> write(ChartsState charts) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("view", charts.view());
        map.put("measure", charts.measure());
        map.put("by", charts.by());
        map.put("x", charts.x());
        map.put("y", charts.y());
        map.put("area", charts.area());
        map.put("colour", charts.colour());
        map.put("trail", charts.trail());
        map.put("named", charts.named());
        map.put("compared", charts.compared());
        map.put("order", charts.order());
        map.put("page", charts.page());
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
                new KpiState.Source(
                        log, object(node, "log_mapping"), database(node.path("database"))),
                text(node, "agent"),
                text(node, "month"),
                text(node, "measure"),
                text(node, "definition"),
                node.path("threshold").isNumber()
                        ? OptionalDouble.of(node.get("threshold").asDouble())
                        : OptionalDouble.empty(),
                object(node, "sound"),
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
                        : Optional.empty(),
                node.path("charts").isObject()
                        ? Optional.of(charts(node.get("charts")))
                        : Optional.empty());
    }

    private static Optional<KpiState.Database> database(JsonNode node) {
        return node.isObject()
                ? Optional.of(
                        new KpiState.Database(
                                text(node, "url"),
                                text(node, "user"),
                                text(node, "table"),
                                text(node, "driver_jar")))
                : Optional.empty();
    }

    private static ChartsState charts(JsonNode node) {
        return new ChartsState(
                text(node, "view"),
                text(node, "measure"),
                text(node, "by"),
                text(node, "x"),
                text(node, "y"),
                text(node, "area"),
                text(node, "colour"),
                Math.clamp(node.path("trail").asInt(0), 0, MAX_TRAIL),
                codes(node.path("named"), "charts: named"),
                codes(node.path("compared"), "charts: compared"),
                text(node, "order"),
                Math.clamp(node.path("page").asInt(0), 0, MAX_PAGE));
    }

    /** The text of an object that another reader knows; empty where there is none. */
    private static String object(JsonNode node, String field) {
        return node.path(field).isObject() ? node.get(field).toString() : "";
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
            filter.put(entry.getKey(), codes(entry.getValue(), "the filter by " + entry.getKey()));
        }
        return filter;
    }

    private static List<String> codes(JsonNode node, String what) {
        if ((!node.isMissingNode() && !node.isArray()) || node.size() > MAX_CODES) {
            throw new FieldException("kpis: " + what + " is no list of codes");
        }
        List<String> codes = new ArrayList<>();
        node.forEach(code -> codes.add(code.asText("")));
        return codes;
    }
}
