// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.spark;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.Segment;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.library.CallName;
import io.tonalyst.library.ModelKey;
import io.tonalyst.library.NamePattern;
import io.tonalyst.library.StoredAnalysis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Kept results as rows: of recordings, one each, or of their segments. Numbers are those of the
 * kept result, which is that of the plain command. Times are in seconds, channel 0 is the first.
 */
final class ResultRows implements FlatMapFunction<Iterator<String>, Row> {
    private static final long serialVersionUID = 1L;

    private final BatchSettings settings;
    private final boolean segments;

    /**
     * @param segments whether rows are segments and not recordings
     */
    ResultRows(BatchSettings settings, boolean segments) {
        this.settings = settings;
        this.segments = segments;
    }

    /** The columns of the rows. */
    StructType schema() {
        StructType schema = new StructType().add("file", DataTypes.StringType, false);
        schema =
                segments
                        ? schema.add("channel", DataTypes.IntegerType)
                                .add("start_s", DataTypes.DoubleType)
                                .add("end_s", DataTypes.DoubleType)
                                .add("emotion", DataTypes.StringType)
                                .add("confidence", DataTypes.FloatType)
                                .add("uncertain", DataTypes.BooleanType)
                        : schema.add("agent", DataTypes.StringType)
                                .add("start", DataTypes.StringType)
                                .add("error", DataTypes.StringType)
                                .add("damage", DataTypes.StringType)
                                .add("model", DataTypes.StringType)
                                .add("format", DataTypes.StringType)
                                .add("sample_rate", DataTypes.IntegerType)
                                .add("channels", DataTypes.IntegerType)
                                .add("duration_s", DataTypes.DoubleType)
                                .add("speech_s", DataTypes.DoubleType);
        for (Emotion emotion : Emotion.ALL) {
            schema = schema.add(emotion.key(), DataTypes.FloatType);
        }
        return schema;
    }

    @Override
    public Iterator<Row> call(Iterator<String> recordings) {
        var store = new AnalysisStore(Path.of(settings.results()));
        ModelKey model = ModelKey.of(Path.of(settings.model()));
        var rows = new ArrayList<Row>();
        recordings.forEachRemaining(
                path ->
                        store.find(Path.of(path), model)
                                .ifPresent(
                                        analysis -> {
                                            if (segments) {
                                                addSegments(analysis, rows);
                                            } else {
                                                rows.add(recording(analysis));
                                            }
                                        }));
        return rows.iterator();
    }

    private static void addSegments(StoredAnalysis analysis, List<Row> rows) {
        for (Segment segment : analysis.timeline().map(t -> t.segments()).orElse(List.of())) {
            var values = new ArrayList<@Nullable Object>();
            values.add(analysis.file().toString());
            values.add(segment.channel());
            values.add(segment.startSeconds());
            values.add(segment.endSeconds());
            values.add(segment.emotion().key());
            values.add(segment.confidence());
            values.add(segment.uncertain());
            addProbabilities(segment.distribution(), values);
            rows.add(RowFactory.create(values.toArray()));
        }
    }

    private Row recording(StoredAnalysis analysis) {
        CallName name =
                settings.names().isEmpty()
                        ? CallName.NONE
                        : NamePattern.of(settings.names()).read(analysis.file());
        var timeline = analysis.timeline();
        var values = new ArrayList<@Nullable Object>();
        values.add(analysis.file().toString());
        values.add(name.agent().orElse(null));
        values.add(
                name.start()
                        .map(Object::toString)
                        .or(() -> name.date().map(Object::toString))
                        .orElse(null));
        values.add(analysis.problem().orElse(null));
        values.add(analysis.damage().orElse(null));
        values.add(analysis.model().name());
        values.add(timeline.isEmpty() ? null : analysis.format());
        values.add(timeline.isEmpty() ? null : (Integer) analysis.sampleRate());
        values.add(timeline.map(t -> t.channels()).orElse(null));
        values.add(timeline.map(t -> t.durationSeconds()).orElse(null));
        values.add(
                timeline.map(
                                t ->
                                        t.windows().stream()
                                                .mapToDouble(w -> w.endSeconds() - w.startSeconds())
                                                .sum())
                        .orElse(null));
        addProbabilities(timeline.flatMap(t -> t.overall()).orElse(null), values);
        return RowFactory.create(values.toArray());
    }

    private static void addProbabilities(
            @Nullable EmotionDistribution distribution, List<@Nullable Object> values) {
        for (Emotion emotion : Emotion.ALL) {
            values.add(distribution == null ? null : (Float) distribution.of(emotion));
        }
    }
}
