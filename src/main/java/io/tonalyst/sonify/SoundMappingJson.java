// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tonalyst.sonify.SoundDesign.Property;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sound mappings as JSON, in the format described in {@code docs/sound-mappings.md}. What a file
 * does not say is as in the preset it names, or as in the default.
 */
public final class SoundMappingJson {
    private static final String FORMAT = "tonalyst-sound-mapping";
    private static final int VERSION = 1;
    private static final String AUTO = "auto";
    private static final Set<String> CHANNEL_KEYS =
            Set.of("source", "low", "high", "polarity", "fixed");
    private static final Set<String> KEYS =
            Stream.concat(
                            Stream.of(
                                    "format",
                                    "version",
                                    "name",
                                    "preset",
                                    "scale",
                                    "tonic",
                                    "instrument",
                                    "step_ms",
                                    "earcons",
                                    "ticks"),
                            Arrays.stream(Property.values()).map(Property::key))
                    .collect(Collectors.toUnmodifiableSet());

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
    public String write(Mapping mapping) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(tree(mapping)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mapping could not be written", e);
        }
    }

    /** The mapping as part of another document. */
    public JsonNode tree(Mapping mapping) {
        ObjectNode root = json.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        if (mapping instanceof Mapping.Designed(var design)) {
            write(design, root);
        } else {
            root.put("preset", mapping.key());
        }
        return root;
    }

    private static void write(SoundDesign design, ObjectNode root) {
        root.put("name", design.name());
        for (Property property : Property.values()) {
            Channel channel = design.channel(property);
            ObjectNode node = root.putObject(property.key());
            if (channel.isFixed()) {
                node.put("fixed", channel.low());
            } else {
                node.put("source", channel.source());
                node.put("low", channel.low()).put("high", channel.high());
                node.put("polarity", channel.polarity().name().toLowerCase(Locale.ROOT));
            }
        }
        root.put("scale", design.scale().key()).put("tonic", Pitch.name(design.tonic()));
        root.put("instrument", design.instrument().map(Timbre::key).orElse(AUTO));
        root.put("step_ms", design.stepMs());
        root.put("earcons", design.earcons()).put("ticks", design.ticks());
    }

    /**
     * The mapping of a text.
     *
     * @param source where the text is from, for sentences
     * @throws SoundMappingException if it is no mapping, with one sentence that names the place
     */
    public Mapping read(String text, String source) throws SoundMappingException {
        JsonNode root;
        try {
            root = json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SoundMappingException(
                    "%s is no JSON: line %d cannot be read."
                            .formatted(
                                    source,
                                    e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    e);
        }
        return read(root, source);
    }

    /**
     * The mapping in a part of a document.
     *
     * @param source where it is from, for sentences
     * @throws SoundMappingException if it is no mapping, with one sentence that names the place
     */
    public Mapping read(JsonNode root, String source) throws SoundMappingException {
        if (root == null || !root.path("format").asText().equals(FORMAT)) {
            throw new SoundMappingException(
                    "%s is no sound mapping: \"format\" has to be \"%s\"."
                            .formatted(source, FORMAT));
        }
        return new Reader(source).mapping(root);
    }

    /** Reads one document and finds fault with it, naming it. */
    private record Reader(String source) {
        Mapping mapping(JsonNode root) throws SoundMappingException {
            if (root.path("version").asInt() != VERSION) {
                throw wrong("\"version\"", "has to be " + VERSION);
            }
            only(root, "the file", KEYS);
            String preset = root.path("preset").asText("precise");
            Mapping like =
                    Mapping.ofKey(preset)
                            .orElseThrow(
                                    () -> wrong("\"preset\"", "is not known: \"" + preset + "\""));
            if (like instanceof Mapping.Designed(var design)) {
                return new Mapping.Designed(design(root, design));
            }
            if (root.size() > 3) {
                throw wrong("\"preset\"", "is a reference mapping, which takes no other settings");
            }
            return like;
        }

        private SoundDesign design(JsonNode root, SoundDesign like) throws SoundMappingException {
            Map<Property, Channel> channels = new EnumMap<>(Property.class);
            for (Property property : Property.values()) {
                channels.put(property, channel(root, property, like.channel(property)));
            }
            String scale = root.path("scale").asText(like.scale().key());
            try {
                SoundDesign design = like;
                for (var chosen : channels.entrySet()) {
                    design = design.with(chosen.getKey(), chosen.getValue());
                }
                return design.named(root.path("name").asText(like.name()).strip())
                        .in(
                                Scale.ofKey(scale)
                                        .orElseThrow(
                                                () ->
                                                        wrong(
                                                                "\"scale\"",
                                                                "is not known: \"" + scale + "\"")),
                                tonic(root, like))
                        .on(instrument(root, like))
                        .every(step(root, like))
                        .signalling(
                                flag(root, "earcons", like.earcons()),
                                flag(root, "ticks", like.ticks()));
            } catch (IllegalArgumentException e) {
                throw new SoundMappingException(source + ": " + e.getMessage() + ".", e);
            }
        }

        private Channel channel(JsonNode root, Property property, Channel like)
                throws SoundMappingException {
            JsonNode node = root.path(property.key());
            if (node.isMissingNode()) {
                return like;
            }
            String where = "\"" + property.key() + "\"";
            if (!node.isObject()) {
                throw wrong(where, "has to be an object such as {\"fixed\": 0.5}");
            }
            only(node, where, CHANNEL_KEYS);
            if (node.has("fixed")) {
                return Channel.fixed(number(node, "fixed", where, 0));
            }
            String source = node.path("source").asText(like.source()).strip();
            if (source.isEmpty() || source.length() > SoundDesign.LONGEST_NAME) {
                throw wrong("\"source\" of " + where, "has to be the name of something measured");
            }
            String polarity = node.path("polarity").asText("up");
            return new Channel(
                    source,
                    number(node, "low", where, like.low()),
                    number(node, "high", where, like.high()),
                    switch (polarity) {
                        case "up" -> Polarity.UP;
                        case "concern" -> Polarity.CONCERN;
                        default -> throw wrong("\"polarity\" of " + where, "is up or concern");
                    });
        }

        private int tonic(JsonNode root, SoundDesign like) throws SoundMappingException {
            if (!root.has("tonic")) {
                return like.tonic();
            }
            int tonic = Pitch.names().indexOf(root.path("tonic").asText());
            if (tonic < 0) {
                throw wrong("\"tonic\"", "is one of " + String.join(", ", Pitch.names()));
            }
            return tonic;
        }

        private Optional<Timbre> instrument(JsonNode root, SoundDesign like)
                throws SoundMappingException {
            if (!root.has("instrument")) {
                return like.instrument();
            }
            String name = root.path("instrument").asText();
            if (name.equals(AUTO)) {
                return Optional.empty();
            }
            return Optional.of(
                    Timbre.ofKey(name)
                            .orElseThrow(
                                    () ->
                                            wrong(
                                                    "\"instrument\"",
                                                    "is auto or one of " + instruments())));
        }

        private static String instruments() {
            return Arrays.stream(Timbre.values())
                    .map(Timbre::key)
                    .collect(Collectors.joining(", "));
        }

        private int step(JsonNode root, SoundDesign like) throws SoundMappingException {
            JsonNode node = root.path("step_ms");
            if (node.isMissingNode()) {
                return like.stepMs();
            }
            if (!node.canConvertToInt() || !node.isIntegralNumber()) {
                throw wrong("\"step_ms\"", "is a whole number of milliseconds");
            }
            return node.asInt();
        }

        private boolean flag(JsonNode root, String key, boolean like) throws SoundMappingException {
            JsonNode node = root.path(key);
            if (!node.isMissingNode() && !node.isBoolean()) {
                throw wrong("\"" + key + "\"", "is true or false");
            }
            return node.asBoolean(like);
        }

        private double number(JsonNode node, String key, String where, double like)
                throws SoundMappingException {
            JsonNode value = node.path(key);
            if (value.isMissingNode()) {
                return like;
            }
            if (!value.isNumber()) {
                throw wrong("\"" + key + "\" of " + where, "is a number");
            }
            return value.asDouble();
        }

        private void only(JsonNode node, String where, Set<String> known)
                throws SoundMappingException {
            for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (!known.contains(name)) {
                    throw wrong(
                            where,
                            "does not know \"%s\"; it knows %s"
                                    .formatted(name, known.stream().sorted().toList()));
                }
            }
        }

        private SoundMappingException wrong(String what, String why) {
            return new SoundMappingException("%s: %s %s.".formatted(source, what, why));
        }
    }

    /** The words for the presets, for sentences. */
    static List<String> presets() {
        return Mapping.all().stream().map(Mapping::key).toList();
    }
}
