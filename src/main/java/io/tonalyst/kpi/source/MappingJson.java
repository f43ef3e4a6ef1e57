// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.table.Dialect;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.kpi.table.TextEncoding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mappings as JSON, in the format described in {@code docs/call-logs.md}. */
public final class MappingJson {
    private static final String FORMAT = "tonalyst-call-log-mapping";
    private static final int VERSION = 1;
    private static final String AUTO = "auto";

    private final JsonMapper json =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(16)
                                                    .build())
                                    .build())
                    .build();

    /** The mapping as text, indented. */
    public String write(ColumnMapping mapping) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(tree(mapping)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mapping could not be written", e);
        }
    }

    /** The mapping as part of another document. */
    public JsonNode tree(ColumnMapping mapping) {
        ObjectNode root = json.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        root.put("name", mapping.name()).put("title", mapping.title());
        root.put("description", mapping.description());
        writeTable(mapping.table(), root);
        ObjectNode fields = root.putObject("fields");
        mapping.fields().forEach((field, rule) -> writeRule(rule, fields.putObject(field.key())));
        ArrayNode lookups = root.putArray("lookups");
        for (Lookup lookup : mapping.lookups()) {
            lookups.addObject()
                    .put("file", lookup.file())
                    .put("of", lookup.of().key())
                    .put("key", lookup.key())
                    .put("gives", lookup.gives().key())
                    .put("value", lookup.value())
                    .put("optional", lookup.optional());
        }
        ArrayNode skips = root.putArray("skip");
        for (SkipRule skip : mapping.skips()) {
            ObjectNode node = skips.addObject().put("column", skip.column());
            skip.values().forEach(node.putArray("values")::add);
        }
        return root;
    }

    private static void writeTable(DialectHints table, ObjectNode root) {
        ObjectNode node = root.putObject("table");
        TextEncoding encoding = table.encoding();
        node.put("encoding", encoding == null ? AUTO : encoding.key());
        node.put("delimiter", sign(table.delimiter()));
        node.put("quote", sign(table.quote()));
        node.put("decimal", sign(table.decimal()));
        Integer header = table.headerRow();
        Integer sheet = table.sheet();
        if (header != null) {
            node.put("header_row", header);
        }
        if (sheet != null) {
            node.put("sheet", sheet);
        }
    }

    private static String sign(@Nullable Character sign) {
        if (sign == null) {
            return AUTO;
        }
        return switch (sign) {
            case Dialect.NO_QUOTE -> "none";
            case '\t' -> "tab";
            default -> sign.toString();
        };
    }

    private static void writeRule(FieldRule rule, ObjectNode node) {
        node.put("column", rule.column());
        if (!rule.style().isEmpty()) {
            node.put("style", rule.style());
        }
        if (!rule.yes().isEmpty()) {
            rule.yes().forEach(node.putArray("yes")::add);
        }
        if (!rule.none().isEmpty()) {
            rule.none().forEach(node.putArray("none")::add);
        }
        if (rule.optional()) {
            node.put("optional", true);
        }
    }

    /**
     * The mapping of a text.
     *
     * @param source where the text is from, for sentences
     * @throws CallLogException if it is no mapping, with one sentence that names the place
     */
    public ColumnMapping read(String text, String source) throws CallLogException {
        var place = new Place(source);
        JsonNode root;
        try {
            root = json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new CallLogException(
                    "%s is no JSON: line %d cannot be read."
                            .formatted(
                                    source,
                                    e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    e);
        }
        if (root == null || !root.path("format").asText().equals(FORMAT)) {
            throw new CallLogException(
                    "%s is no column mapping: \"format\" has to be \"%s\"."
                            .formatted(source, FORMAT));
        }
        if (root.path("version").asInt() != VERSION) {
            throw place.wrong("\"version\"", "has to be " + VERSION);
        }
        place.only(
                root,
                "the file",
                Set.of(
                        "format",
                        "version",
                        "name",
                        "title",
                        "description",
                        "table",
                        "fields",
                        "lookups",
                        "skip"));
        String name = place.text(root, "name", "the file");
        return new ColumnMapping(
                name,
                root.path("title").asText(name),
                root.path("description").asText(""),
                table(root.path("table"), place),
                fields(root.path("fields"), place),
                lookups(root.path("lookups"), place),
                skips(root.path("skip"), place));
    }

    private static DialectHints table(JsonNode node, Place place) throws CallLogException {
        place.only(
                node,
                "\"table\"",
                Set.of("encoding", "delimiter", "quote", "decimal", "header_row", "sheet"));
        String encoding = node.path("encoding").asText(AUTO);
        TextEncoding known = TextEncoding.ofKey(encoding).orElse(null);
        if (known == null && !encoding.equals(AUTO)) {
            throw place.wrong("\"encoding\"", "is not known: \"" + encoding + "\"");
        }
        Character decimal = sign(node, "decimal", place);
        if (decimal != null && decimal != '.' && decimal != ',') {
            throw place.wrong("\"decimal\"", "is a point or a comma");
        }
        return new DialectHints(
                known,
                sign(node, "delimiter", place),
                sign(node, "quote", place),
                decimal,
                number(node, "header_row", 0, place),
                number(node, "sheet", 1, place));
    }

    private static @Nullable Character sign(JsonNode node, String key, Place place)
            throws CallLogException {
        String text = node.path(key).asText(AUTO);
        return switch (text) {
            case AUTO -> null;
            case "none" -> Dialect.NO_QUOTE;
            case "tab" -> '\t';
            default -> {
                if (text.length() != 1 || text.charAt(0) >= 128) {
                    throw place.wrong("\"" + key + "\"", "is one character, tab, none or auto");
                }
                yield text.charAt(0);
            }
        };
    }

    private static @Nullable Integer number(JsonNode node, String key, int least, Place place)
            throws CallLogException {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.asText().equals(AUTO)) {
            return null;
        }
        if (!value.canConvertToInt() || value.asInt() < least) {
            throw place.wrong("\"" + key + "\"", "is a whole number from " + least + " on");
        }
        return value.asInt();
    }

    private static Map<CallField, FieldRule> fields(JsonNode node, Place place)
            throws CallLogException {
        var fields = new EnumMap<CallField, FieldRule>(CallField.class);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String where = "\"" + entry.getKey() + "\"";
            CallField field = place.field(entry.getKey());
            JsonNode rule = entry.getValue();
            place.only(rule, where, Set.of("column", "style", "yes", "none", "optional"));
            String style = rule.path("style").asText("");
            if (!Styles.isKnown(field, style)) {
                throw place.wrong("\"style\" of " + where, "is not known: \"" + style + "\"");
            }
            fields.put(
                    field,
                    new FieldRule(
                            place.text(rule, "column", where),
                            style,
                            texts(rule.path("yes")),
                            texts(rule.path("none")),
                            rule.path("optional").asBoolean(false)));
        }
        if (fields.isEmpty()) {
            throw place.wrong("\"fields\"", "names no column");
        }
        return fields;
    }

    private static List<Lookup> lookups(JsonNode node, Place place) throws CallLogException {
        List<Lookup> lookups = new ArrayList<>();
        for (JsonNode item : node) {
            String where = "\"lookups\"";
            place.only(item, where, Set.of("file", "of", "key", "gives", "value", "optional"));
            CallField of = place.field(place.text(item, "of", where));
            CallField gives = place.field(item.path("gives").asText(of.key()));
            try {
                lookups.add(
                        new Lookup(
                                place.text(item, "file", where),
                                of,
                                place.text(item, "key", where),
                                gives,
                                place.text(item, "value", where),
                                item.path("optional").asBoolean(false)));
            } catch (IllegalArgumentException e) {
                throw place.wrong(
                        where, "cannot give " + gives.key() + " for codes of " + of.key());
            }
        }
        return lookups;
    }

    private static List<SkipRule> skips(JsonNode node, Place place) throws CallLogException {
        List<SkipRule> skips = new ArrayList<>();
        for (JsonNode item : node) {
            place.only(item, "\"skip\"", Set.of("column", "values"));
            skips.add(
                    new SkipRule(
                            place.text(item, "column", "\"skip\""), texts(item.path("values"))));
        }
        return skips;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** Finds fault with a file, naming it. */
    private record Place(String source) {
        CallLogException wrong(String what, String why) {
            return new CallLogException("%s: %s %s.".formatted(source, what, why));
        }

        String text(JsonNode node, String key, String where) throws CallLogException {
            String text = node.path(key).asText("").strip();
            if (text.isEmpty()) {
                throw wrong(where, "lacks \"" + key + "\"");
            }
            return text;
        }

        CallField field(String key) throws CallLogException {
            return CallField.ofKey(key)
                    .orElseThrow(() -> wrong("\"" + key + "\"", "is no field of a call"));
        }

        void only(JsonNode node, String where, Set<String> known) throws CallLogException {
            for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (!known.contains(name)) {
                    throw wrong(where, "does not know \"" + name + "\"");
                }
            }
        }
    }
}
