// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Annotation.Predicted;
import io.tonalyst.review.Review;
import io.tonalyst.session.SessionDocument.Entry;
import io.tonalyst.session.SessionDocument.Stretch;
import io.tonalyst.session.SessionDocument.View;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A session as plain JSON values and back, field by field. */
final class SessionJson {
    /** Recordings of one session at most. */
    static final int MAX_RECORDINGS = 100_000;

    private static final int MAX_WATCHED = 100;
    private static final int MAX_PATTERN = 500;

    private SessionJson() {}

    static Map<String, Object> write(SessionDocument session, Path folder) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", SessionFile.FORMAT);
        root.put("version", session.kpis().isPresent() ? SessionFile.WITH_KPIS : SessionFile.FIRST);
        root.put("name_pattern", session.namePattern());
        root.put("watched", session.watched().stream().map(p -> text(p, folder)).toList());
        session.front().ifPresent(front -> root.put("front", text(front, folder)));
        session.kpis()
                .ifPresent(
                        state ->
                                root.put(
                                        "kpis",
                                        KpiStateJson.write(state, text(state.log(), folder))));
        root.put("recordings", session.recordings().stream().map(e -> map(e, folder)).toList());
        return root;
    }

    private static Map<String, Object> map(Entry entry, Path folder) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("path", text(entry.file(), folder));
        map.put("open", entry.open());
        if (!entry.review().note().isEmpty()) {
            map.put("note", entry.review().note());
        }
        entry.view().ifPresent(view -> map.put("view", map(view)));
        if (!entry.review().annotations().isEmpty()) {
            map.put(
                    "annotations",
                    entry.review().annotations().stream().map(SessionJson::map).toList());
        }
        return map;
    }

    private static Map<String, Object> map(View view) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("start_s", view.start());
        map.put("end_s", view.end());
        map.put("position_s", view.position());
        view.selection()
                .ifPresent(
                        s -> {
                            map.put("selection_start_s", s.start());
                            map.put("selection_end_s", s.end());
                        });
        return map;
    }

    private static Map<String, Object> map(Annotation a) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("channel", a.channel());
        map.put("start_s", a.startSeconds());
        map.put("end_s", a.endSeconds());
        a.label().ifPresent(label -> map.put("label", label.key()));
        if (a.silent()) {
            map.put("no_speech", true);
        }
        if (!a.comment().isEmpty()) {
            map.put("comment", a.comment());
        }
        a.predicted()
                .ifPresent(
                        p -> {
                            Map<String, Object> predicted = new LinkedHashMap<>();
                            predicted.put("start_s", p.startSeconds());
                            predicted.put("end_s", p.endSeconds());
                            predicted.put("emotion", p.emotion().key());
                            predicted.put("confidence", p.confidence());
                            map.put("predicted", predicted);
                        });
        return map;
    }

    /** Relative with forward slashes inside of the folder, so that both can move together. */
    private static String text(Path path, Path folder) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(folder)
                ? folder.relativize(absolute).toString().replace('\\', '/')
                : absolute.toString();
    }

    /**
     * @throws FieldException if a field is missing or of another kind
     */
    static SessionDocument read(JsonNode root, Path folder) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode node : list(root, "recordings", MAX_RECORDINGS)) {
            entries.add(entry(node, folder, "recording " + (entries.size() + 1)));
        }
        List<Path> watched = new ArrayList<>();
        for (JsonNode node : list(root, "watched", MAX_WATCHED)) {
            watched.add(path(node.asText(), folder, "a watched folder"));
        }
        String pattern = root.path("name_pattern").asText("");
        if (pattern.length() > MAX_PATTERN) {
            throw new FieldException("its name_pattern is too long");
        }
        return new SessionDocument(
                entries,
                root.has("front")
                        ? Optional.of(path(root.get("front").asText(), folder, "front"))
                        : Optional.empty(),
                pattern,
                watched,
                root.path("kpis").isObject()
                        ? Optional.of(
                                KpiStateJson.read(
                                        root.get("kpis"),
                                        path(
                                                root.get("kpis").path("log").asText(""),
                                                folder,
                                                "kpis")))
                        : Optional.empty());
    }

    private static Entry entry(JsonNode node, Path folder, String where) {
        List<Annotation> annotations = new ArrayList<>();
        for (JsonNode a : list(node, "annotations", Review.MAX_ANNOTATIONS)) {
            annotations.add(annotation(a, where + ", annotation " + (annotations.size() + 1)));
        }
        return new Entry(
                path(node.path("path").asText(""), folder, where),
                node.path("open").asBoolean(false),
                new Review(annotations, node.path("note").asText("")),
                node.has("view") ? Optional.of(view(node.get("view"), where)) : Optional.empty());
    }

    private static View view(JsonNode node, String where) {
        Optional<Stretch> selection =
                node.has("selection_start_s")
                        ? Optional.of(stretch(node, "selection_start_s", "selection_end_s", where))
                        : Optional.empty();
        Stretch shown = stretch(node, "start_s", "end_s", where);
        return new View(shown.start(), shown.end(), number(node, "position_s", where), selection);
    }

    private static Stretch stretch(JsonNode node, String from, String to, String where) {
        try {
            return new Stretch(number(node, from, where), number(node, to, where));
        } catch (IllegalArgumentException e) {
            throw new FieldException(where + ": " + from + " and " + to + " are no stretch");
        }
    }

    private static Annotation annotation(JsonNode node, String where) {
        JsonNode predicted = node.path("predicted");
        JsonNode channel = node.path("channel");
        if (!channel.canConvertToInt() || !channel.isIntegralNumber()) {
            throw new FieldException(where + " has no channel");
        }
        try {
            return new Annotation(
                    channel.asInt(),
                    number(node, "start_s", where),
                    number(node, "end_s", where),
                    node.has("label")
                            ? Optional.of(emotion(node, "label", where))
                            : Optional.empty(),
                    node.path("no_speech").asBoolean(false) && !node.has("label"),
                    node.path("comment").asText(""),
                    predicted.isObject()
                            ? Optional.of(
                                    new Predicted(
                                            number(predicted, "start_s", where),
                                            number(predicted, "end_s", where),
                                            emotion(predicted, "emotion", where),
                                            number(predicted, "confidence", where)))
                            : Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new FieldException(where + ": its channel or times are impossible");
        }
    }

    private static Emotion emotion(JsonNode node, String field, String where) {
        String key = node.path(field).asText("");
        return Emotion.ALL.stream()
                .filter(e -> e.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () ->
                                new FieldException(
                                        where + ": " + field + " is none of the eight emotions"));
    }

    private static double number(JsonNode node, String field, String where) {
        JsonNode value = node.path(field);
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            throw new FieldException(where + " has no number " + field);
        }
        return value.asDouble();
    }

    private static Iterable<JsonNode> list(JsonNode node, String field, int most) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isArray()) {
            throw new FieldException(field + " is no list");
        }
        if (value.size() > most) {
            throw new FieldException(field + " has more than " + most + " entries");
        }
        return value;
    }

    private static Path path(String text, Path folder, String where) {
        try {
            if (!text.isEmpty()) {
                return folder.resolve(text).normalize();
            }
        } catch (InvalidPathException e) {
            throw new FieldException(where + " has a path that this system does not allow");
        }
        throw new FieldException(where + " has no path");
    }
}
