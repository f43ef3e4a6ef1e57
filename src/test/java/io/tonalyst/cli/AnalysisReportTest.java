// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import io.tonalyst.library.FileStamp;
import io.tonalyst.library.ModelKey;
import io.tonalyst.library.NamePattern;
import io.tonalyst.library.StoredAnalysis;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnalysisReportTest {
    private static final EmotionDistribution ANGRY =
            EmotionDistribution.of(.05f, .05f, .05f, .05f, .65f, .05f, .05f, .05f);

    private static AnalysisReport report(PredictionTimeline timeline, String model) {
        Path file = Path.of("call.wav");
        return AnalysisReport.of(
                file,
                NamePattern.of("{agent}").read(file),
                new StoredAnalysis(
                        file,
                        new FileStamp(1, 1),
                        new ModelKey(model, ""),
                        "wav, pcm_mulaw",
                        8000,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(timeline)));
    }

    @Test
    void namesItsFieldsAsDocumented() throws Exception {
        var timeline =
                new PredictionTimeline(
                        2,
                        2,
                        List.of(new PredictionTimeline.Window(1, 0.5, 1.75, ANGRY)),
                        List.of(new Segment(1, 0.5, 1.75, ANGRY, false)),
                        Optional.of(ANGRY));

        JsonNode json = json(report(timeline, "emotion-cnn-3"));

        assertThat(json.get("agent").asText()).isEqualTo("call");
        assertThat(json.has("start")).isFalse();
        assertThat(json.get("duration_s").asDouble()).isEqualTo(2);
        assertThat(json.get("sample_rate").asInt()).isEqualTo(8000);
        assertThat(json.get("channels").asInt()).isEqualTo(2);
        assertThat(json.get("speech_s").asDouble()).isEqualTo(1.25);
        assertThat(json.get("anger").get("first_s").asDouble()).isEqualTo(0.5);
        assertThat(json.get("anger").get("longest_s").asDouble()).isEqualTo(1.25);
        assertThat(json.get("anger").has("trend_points")).as("no first third").isFalse();
        assertThat(json.has("error")).isFalse();
        JsonNode segment = json.get("segments").get(0);
        assertThat(segment.get("start_s").asDouble()).isEqualTo(0.5);
        assertThat(segment.get("end_s").asDouble()).isEqualTo(1.75);
        assertThat(segment.get("channel").asInt()).isEqualTo(1);
        assertThat(segment.get("emotion").asText()).isEqualTo("angry");
        assertThat(segment.get("confidence").asDouble()).isCloseTo(0.65, within(1e-6));
        assertThat(segment.get("probabilities").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(Emotion.ALL.stream().map(Emotion::key).toList());
        assertThat(json.get("overall").get("angry").asDouble()).isCloseTo(0.65, within(1e-6));
    }

    @Test
    void leavesTheOverallOutWhereNobodySpeaks() throws Exception {
        var silent = new PredictionTimeline(2, 2, List.of(), List.of(), Optional.empty());
        AnalysisReport report = report(silent, "m");
        assertThat(json(report).has("overall")).isFalse();
        assertThat(json(report).get("segments")).isEmpty();
        assertThat(text(report)).contains("no speech found");
    }

    @Test
    void tellsOnlyTheErrorOfAFileThatFailed() throws Exception {
        AnalysisReport failed =
                AnalysisReport.failed(Path.of("bad.wav"), null, null, "It is empty.");
        assertThat(json(failed).fieldNames()).toIterable().containsExactly("file", "error");
        assertThat(text(failed)).isEmpty();
    }

    private static JsonNode json(AnalysisReport report) throws Exception {
        var out = new StringWriter();
        Json.write(new PrintWriter(out), report);
        return JsonMapper.builder().build().readTree(out.toString());
    }

    private static String text(AnalysisReport report) {
        var out = new StringWriter();
        report.print(new PrintWriter(out));
        return out.toString();
    }
}
