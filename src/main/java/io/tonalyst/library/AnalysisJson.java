// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import com.fasterxml.jackson.databind.JsonNode;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.emotion.Segment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A result as plain JSON values and back; a window or segment is one array of numbers. */
final class AnalysisJson {
    private static final int VERSION = 2;

    private AnalysisJson() {}

    static Map<String, Object> write(StoredAnalysis a) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("version", VERSION);
        map.put("file", a.file().toString());
        map.put("bytes", a.stamp().bytes());
        map.put("modified", a.stamp().modified());
        map.put("model", a.model().name());
        map.put("model_hash", a.model().hash());
        map.put("format", a.format());
        map.put("sample_rate", a.sampleRate());
        a.damage().ifPresent(d -> map.put("damage", d));
        a.problem().ifPresent(p -> map.put("problem", p));
        a.timeline().ifPresent(t -> map.put("timeline", map(t)));
        return map;
    }

    private static Map<String, Object> map(PredictionTimeline t) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("duration_s", t.durationSeconds());
        map.put("channels", t.channels());
        map.put(
                "windows",
                t.windows().stream()
                        .map(
                                w ->
                                        row(
                                                w.channel(),
                                                w.startSeconds(),
                                                w.endSeconds(),
                                                0,
                                                w.distribution()))
                        .toList());
        map.put(
                "segments",
                t.segments().stream()
                        .map(
                                s ->
                                        row(
                                                s.channel(),
                                                s.startSeconds(),
                                                s.endSeconds(),
                                                s.uncertain() ? 1 : 0,
                                                s.distribution()))
                        .toList());
        t.overall().ifPresent(d -> map.put("overall", d.toArray()));
        return map;
    }

    private static double[] row(
            int channel, double start, double end, int uncertain, EmotionDistribution d) {
        double[] row = new double[4 + Emotion.ALL.size()];
        row[0] = channel;
        row[1] = start;
        row[2] = end;
        row[3] = uncertain;
        for (Emotion emotion : Emotion.ALL) {
            row[4 + emotion.ordinal()] = d.of(emotion);
        }
        return row;
    }

    /**
     * @throws RuntimeException if a value is missing or impossible
     */
    static StoredAnalysis read(JsonNode node, Path file) {
        if (node.path("version").asInt() != VERSION
                || !node.path("file").asText().equals(file.toString())) {
            throw new IllegalArgumentException("of another version or file");
        }
        Optional<PredictionTimeline> timeline =
                node.has("timeline")
                        ? Optional.of(timeline(node.get("timeline")))
                        : Optional.empty();
        Optional<String> problem = text(node, "problem");
        if (timeline.isPresent() == problem.isPresent()) {
            throw new IllegalArgumentException("neither result nor problem");
        }
        return new StoredAnalysis(
                file,
                new FileStamp(node.path("bytes").asLong(-2), node.path("modified").asLong()),
                new ModelKey(node.path("model").asText(), node.path("model_hash").asText()),
                node.path("format").asText(),
                node.path("sample_rate").asInt(),
                text(node, "damage"),
                problem,
                timeline);
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.has(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
    }

    private static PredictionTimeline timeline(JsonNode node) {
        List<Window> windows = new ArrayList<>();
        for (JsonNode row : node.path("windows")) {
            windows.add(
                    new Window(
                            row.path(0).asInt(),
                            row.path(1).asDouble(),
                            row.path(2).asDouble(),
                            distribution(row, 4)));
        }
        List<Segment> segments = new ArrayList<>();
        for (JsonNode row : node.path("segments")) {
            segments.add(
                    new Segment(
                            row.path(0).asInt(),
                            row.path(1).asDouble(),
                            row.path(2).asDouble(),
                            distribution(row, 4),
                            row.path(3).asInt() == 1));
        }
        return new PredictionTimeline(
                node.path("duration_s").asDouble(),
                node.path("channels").asInt(1),
                windows,
                segments,
                node.has("overall")
                        ? Optional.of(distribution(node.get("overall"), 0))
                        : Optional.empty());
    }

    private static EmotionDistribution distribution(JsonNode row, int from) {
        float[] p = new float[Emotion.ALL.size()];
        for (int i = 0; i < p.length; i++) {
            p[i] = (float) row.path(from + i).asDouble(Double.NaN);
        }
        return EmotionDistribution.of(p);
    }
}
