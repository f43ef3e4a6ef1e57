// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.Segment;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Reviewed;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Segments as a table (CSV after RFC 4180, UTF-8) and as JSON. Times are in seconds, channel 0 is
 * the first; prediction and correction both stand.
 */
final class SegmentTexts {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SegmentTexts() {}

    /** A header, then a line for each segment and each stretch that a person marked. */
    static String csv(AnalysedRecording recording) {
        var text = new StringBuilder("start_s,end_s,channel,emotion,confidence,uncertain");
        Emotion.ALL.forEach(e -> text.append(',').append(e.key()));
        text.append(",predicted,label,comment,file\r\n");
        for (Reviewed r : recording.reviewed()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%.3f,%.3f,%d,%s,%s,%s",
                            r.startSeconds(),
                            r.endSeconds(),
                            r.channel(),
                            PlainText.emotion(r, ""),
                            r.segment().map(s -> number(s.confidence())).orElse(""),
                            r.segment().map(s -> String.valueOf(s.uncertain())).orElse("")));
            for (Emotion emotion : Emotion.ALL) {
                text.append(',')
                        .append(
                                r.segment()
                                        .map(s -> number(s.distribution().of(emotion)))
                                        .orElse(""));
            }
            text.append(',')
                    .append(key(r.predicted()))
                    .append(',')
                    .append(r.isSilent() ? PlainText.NO_SPEECH : key(r.label()));
            text.append(',').append(PlainText.csv(r.comment()));
            text.append(',').append(PlainText.csv(recording.name())).append("\r\n");
        }
        return text.toString();
    }

    /** One document: what is known of the recording, its segments, and the mean over its speech. */
    static String json(AnalysedRecording recording) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", "tonalyst-analysis");
        document.put("version", 1);
        document.put("file", recording.name());
        document.put("audio", recording.format());
        document.put("sample_rate", recording.sampleRate());
        document.put("duration_s", recording.timeline().durationSeconds());
        document.put("channels", recording.timeline().channels());
        recording.damage().ifPresent(d -> document.put("damage", d));
        document.put("model", recording.model());
        document.put("note", recording.review().note());
        document.put("segments", recording.reviewed().stream().map(SegmentTexts::map).toList());
        document.put(
                "overall",
                recording.timeline().overall().map(EmotionDistribution::toMap).orElse(null));
        try {
            return MAPPER.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values could not be written as JSON", e);
        }
    }

    private static Map<String, Object> map(Reviewed r) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("start_s", milliseconds(r.startSeconds()));
        map.put("end_s", milliseconds(r.endSeconds()));
        map.put("channel", r.channel());
        map.put("emotion", r.emotion().map(Emotion::key).orElse(null));
        map.put("prediction", r.segment().map(SegmentTexts::prediction).orElse(null));
        map.put("correction", r.annotation().map(SegmentTexts::correction).orElse(null));
        return map;
    }

    private static Map<String, Object> prediction(Segment s) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("start_s", milliseconds(s.startSeconds()));
        map.put("end_s", milliseconds(s.endSeconds()));
        map.put("emotion", s.emotion().key());
        map.put("confidence", s.confidence());
        map.put("uncertain", s.uncertain());
        map.put("probabilities", s.distribution().toMap());
        return map;
    }

    private static Map<String, Object> correction(Annotation a) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("label", a.label().map(Emotion::key).orElse(null));
        map.put("no_speech", a.silent());
        map.put("moved", a.isMoved());
        map.put("comment", a.comment());
        return map;
    }

    private static String key(Optional<Emotion> emotion) {
        return emotion.map(Emotion::key).stream().collect(Collectors.joining());
    }

    private static String number(float value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static double milliseconds(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
