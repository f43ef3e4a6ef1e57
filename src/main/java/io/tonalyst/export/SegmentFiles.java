// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Segments as CSV (RFC 4180, UTF-8, times in seconds) and as JSON. */
public final class SegmentFiles {
    private SegmentFiles() {}

    /** The segments as CSV: a header, then one line each, in order of channel and time. */
    public static String csv(PredictionTimeline timeline) {
        var text = new StringBuilder("start_s,end_s,channel,emotion,confidence,uncertain");
        Emotion.ALL.forEach(e -> text.append(',').append(e.key()));
        text.append("\r\n");
        for (Segment segment : timeline.segments()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%.3f,%.3f,%d,%s,%.4f,%b,%s\r\n",
                            segment.startSeconds(),
                            segment.endSeconds(),
                            segment.channel(),
                            segment.emotion().key(),
                            segment.confidence(),
                            segment.uncertain(),
                            Emotion.ALL.stream()
                                    .map(
                                            e ->
                                                    String.format(
                                                            Locale.ROOT,
                                                            "%.4f",
                                                            segment.distribution().of(e)))
                                    .collect(Collectors.joining(","))));
        }
        return text.toString();
    }

    /** The segments and the overall probabilities as JSON. */
    public static String json(String file, PredictionTimeline timeline) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", file);
        document.put("duration_s", timeline.durationSeconds());
        document.put("channels", timeline.channels());
        document.put("segments", timeline.segments().stream().map(SegmentFiles::map).toList());
        document.put("overall", timeline.overall().map(d -> d.toMap()).orElse(null));
        return new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(document);
    }

    /**
     * Writes text, complete or not at all.
     *
     * @throws IOException with one sentence for the user
     */
    public static void write(String text, Path file) throws IOException {
        try {
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw new IOException(
                    "Cannot write "
                            + file
                            + ": check that the folder exists, may be written to and has room.",
                    e);
        }
    }

    private static Map<String, Object> map(Segment segment) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("start_s", segment.startSeconds());
        map.put("end_s", segment.endSeconds());
        map.put("channel", segment.channel());
        map.put("emotion", segment.emotion().key());
        map.put("confidence", segment.confidence());
        map.put("uncertain", segment.uncertain());
        map.put("probabilities", segment.distribution().toMap());
        return map;
    }
}
