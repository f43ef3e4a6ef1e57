// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import io.tonalyst.library.CallName;
import io.tonalyst.library.StoredAnalysis;
import io.tonalyst.review.AngerCourse;
import io.tonalyst.review.Review;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code analyse} prints of one file; of a file that failed only its name and the error.
 *
 * @param agent as it stands in the file name; absent where no pattern says
 * @param start of the call by the file name, such as {@code 2017-01-14T09:30}, or its date alone
 * @param damage what is missing or broken in a file that could be used all the same
 * @param speechSeconds time with speech, summed over the channels
 * @param overall probabilities over all speech; absent where there is none
 * @param anger how anger goes through the recording; absent where there is no speech
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnalysisReport(
        String file,
        @Nullable String agent,
        @Nullable String start,
        @Nullable String error,
        @Nullable String damage,
        @Nullable String model,
        @Nullable String format,
        @JsonProperty("duration_s") @Nullable Double durationSeconds,
        @JsonProperty("sample_rate") @Nullable Integer sampleRate,
        @Nullable Integer channels,
        @JsonProperty("speech_s") @Nullable Double speechSeconds,
        @Nullable List<SegmentReport> segments,
        @Nullable Map<String, Float> overall,
        @Nullable AngerReport anger) {

    /**
     * How anger goes through the recording; what is not told is absent.
     *
     * @param first start of the first stretch, in seconds
     * @param longestFrom start of the longest stretch
     * @param longest its length
     * @param trend last third less first third, in points of probability
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AngerReport(
            @JsonProperty("first_s") @Nullable Double first,
            @JsonProperty("longest_from_s") @Nullable Double longestFrom,
            @JsonProperty("longest_s") @Nullable Double longest,
            @JsonProperty("trend_points") @Nullable Double trend) {
        static AngerReport of(AngerCourse course) {
            return new AngerReport(
                    course.first().map(s -> milliseconds(s.startSeconds())).orElse(null),
                    course.longest().map(s -> milliseconds(s.startSeconds())).orElse(null),
                    course.longest().map(s -> milliseconds(s.seconds())).orElse(null),
                    course.trend().isPresent() ? course.trend().getAsDouble() : null);
        }
    }

    /** One segment; times in seconds from the start, channel 0 is the first. */
    record SegmentReport(
            @JsonProperty("start_s") double start,
            @JsonProperty("end_s") double end,
            int channel,
            String emotion,
            float confidence,
            boolean uncertain,
            Map<String, Float> probabilities) {
        static SegmentReport of(Segment segment) {
            return new SegmentReport(
                    milliseconds(segment.startSeconds()),
                    milliseconds(segment.endSeconds()),
                    segment.channel(),
                    segment.emotion().key(),
                    segment.confidence(),
                    segment.uncertain(),
                    segment.distribution().toMap());
        }
    }

    /**
     * @param file as it is to be named
     * @param call what the name says
     */
    static AnalysisReport of(Path file, CallName call, StoredAnalysis analysis) {
        String agent = call.agent().orElse(null);
        String start = start(call);
        if (analysis.timeline().isEmpty()) {
            return failed(file, agent, start, analysis.problem().orElse(""));
        }
        PredictionTimeline timeline = analysis.timeline().get();
        double speech =
                timeline.windows().stream()
                        .mapToDouble(w -> w.endSeconds() - w.startSeconds())
                        .sum();
        return new AnalysisReport(
                file.toString(),
                agent,
                start,
                null,
                analysis.damage().orElse(null),
                analysis.model().name(),
                analysis.format(),
                timeline.durationSeconds(),
                analysis.sampleRate(),
                timeline.channels(),
                milliseconds(speech),
                timeline.segments().stream().map(SegmentReport::of).toList(),
                timeline.overall().map(EmotionDistribution::toMap).orElse(null),
                timeline.overall()
                        .map(speechThere -> AngerReport.of(AngerCourse.of(timeline, Review.NONE)))
                        .orElse(null));
    }

    private static @Nullable String start(CallName call) {
        return call.start()
                .map(Object::toString)
                .or(() -> call.date().map(Object::toString))
                .orElse(null);
    }

    static AnalysisReport failed(
            Path file, @Nullable String agent, @Nullable String start, String sentence) {
        return new AnalysisReport(
                file.toString(),
                agent,
                start,
                sentence,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Prints a table for people; nothing for a file that failed, whose error is told elsewhere. */
    void print(PrintWriter out) {
        if (segments == null) {
            return;
        }
        out.printf(
                Locale.ROOT,
                "%s: %.2f s, %d Hz, %d channel(s), %.1f s of speech%n",
                file,
                durationSeconds,
                sampleRate,
                channels,
                speechSeconds);
        for (SegmentReport s : segments) {
            out.printf(
                    Locale.ROOT,
                    "  %8.2f - %8.2f s  channel %d  %-8s %3.0f %%%s%n",
                    s.start(),
                    s.end(),
                    s.channel(),
                    s.emotion(),
                    100 * s.confidence(),
                    s.uncertain() ? "  uncertain" : "");
        }
        if (overall == null) {
            out.println("  no speech found");
        } else {
            out.print("  overall:");
            overall.forEach(
                    (emotion, share) ->
                            out.printf(Locale.ROOT, " %s %.0f %%", emotion, 100 * share));
            out.println();
        }
        out.flush();
    }

    private static double milliseconds(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
