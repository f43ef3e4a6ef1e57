// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.Explainer;
import io.tonalyst.emotion.Explanation;
import io.tonalyst.emotion.ModelLocator;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.RecordingAnalyser;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.Recording;
import io.tonalyst.ui.recordings.ExplanationImage;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tonalyst explain}: what in a recording speaks for the emotion the model tells. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Say which times and frequencies speak most for the emotion told: parts of the"
                        + " spectrogram are blanked one after the other, and the fall of the"
                        + " probability is measured. Without a time, the stretch the model is"
                        + " surest of is explained; of more than 3 s, the part that tells most.")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Audio file; video files are heard.")
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private Path file;

    @Option(
            names = "--at",
            paramLabel = "SECONDS",
            description = "Explain the 3 s around this time.")
    private @Nullable Double at;

    @Option(names = "--from", paramLabel = "SECONDS", description = "Start of what is explained.")
    private @Nullable Double from;

    @Option(names = "--to", paramLabel = "SECONDS", description = "End of what is explained.")
    private @Nullable Double to;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Folder of the model; the shipped one by default.")
    private @Nullable Path model;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(
            names = "--png",
            paramLabel = "FILE",
            description = "Write a picture: the spectrogram with what speaks for the emotion.")
    private @Nullable Path png;

    /** What {@code --json} prints. */
    record Report(String file, String model, List<Explained> explanations) {}

    /** One stretch of a channel. */
    record Explained(
            int channel,
            @JsonProperty("start_s") double start,
            @JsonProperty("end_s") double end,
            String emotion,
            float probability,
            List<RegionReport> regions,
            List<String> words) {}

    /** A region; {@code peak} is the largest fall of the probability when a part is blanked. */
    record RegionReport(
            @JsonProperty("start_s") double start,
            @JsonProperty("end_s") double end,
            @JsonProperty("low_hz") double low,
            @JsonProperty("high_hz") double high,
            float peak) {}

    @Override
    public Integer call() throws Exception {
        requireTimes();
        if (png != null) {
            var outputs = new OutputFiles();
            outputs.add("--png", png);
            outputs.clash(file)
                    .ifPresent(
                            sentence -> {
                                throw new ParameterException(spec.commandLine(), sentence);
                            });
            outputs.requireWritable();
        }
        var cancel = new CancelToken();
        PrintWriter err = spec.commandLine().getErr();
        Recording recording = new FfmpegDecoder().decode(file, cancel, ProgressSink.NONE);
        recording
                .damage()
                .ifPresent(
                        sentence -> {
                            err.println("tonalyst: " + sentence);
                            err.flush();
                        });
        Path folder = model == null ? ModelLocator.ofInstallation().shipped() : model;
        EmotionModel loaded = Dl4jEmotionModel.load(folder);
        PredictionTimeline timeline =
                new RecordingAnalyser(loaded)
                        .analyse(recording.signal(), cancel, ProgressSink.NONE);
        var explainer = new Explainer(loaded);
        List<Explanation> explanations = new ArrayList<>();
        for (Explainer.Stretch stretch : stretches(timeline)) {
            explanations.add(
                    explainer.explain(recording.signal(), stretch, cancel, ProgressSink.NONE));
        }
        if (png != null) {
            ExplanationImage.write(recording, timeline, explanations, png);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(
                    out,
                    new Report(
                            file.toString(),
                            loaded.description().name(),
                            explanations.stream().map(ExplainCommand::explained).toList()));
        } else {
            explanations.forEach(e -> print(e, out));
        }
        return TonalystCommand.OK;
    }

    private void requireTimes() {
        if (at != null && (from != null || to != null)) {
            throw new ParameterException(
                    spec.commandLine(), "Give --at, or --from and --to, not both.");
        }
        if (from == null != (to == null)) {
            throw new ParameterException(spec.commandLine(), "--from and --to need each other.");
        }
        if (at != null && !(at >= 0 && at < Double.POSITIVE_INFINITY)) {
            throw new ParameterException(
                    spec.commandLine(), "--at needs seconds from the start of the recording.");
        }
        if (from != null && to != null && !(from >= 0 && to > from && to - from >= 0.1)) {
            throw new ParameterException(
                    spec.commandLine(), "--to must lie at least 0.1 s after --from.");
        }
    }

    private List<Explainer.Stretch> stretches(PredictionTimeline timeline) throws IOException {
        double duration = timeline.durationSeconds();
        if (at == null && from == null) {
            return Explainer.surest(timeline)
                    .map(List::of)
                    .orElseThrow(() -> new IOException("No speech was found in " + file + "."));
        }
        double begin =
                at != null
                        ? Math.clamp(
                                at - Explainer.SECONDS / 2,
                                0,
                                Math.max(0, duration - Explainer.SECONDS))
                        : from == null ? 0 : from;
        double end =
                to != null ? Math.min(duration, to) : Math.min(duration, begin + Explainer.SECONDS);
        if (Math.max(begin, at == null ? 0 : at) >= duration) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "%s ends at %.2f s; name an earlier time.",
                            file,
                            duration));
        }
        List<Explainer.Stretch> stretches = Explainer.stretches(timeline, begin, end);
        if (stretches.isEmpty()) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "Nobody speaks from %.2f to %.2f s in %s; 'tonalyst analyse' lists"
                                    + " where somebody does.",
                            begin,
                            end,
                            file));
        }
        return stretches;
    }

    private static Explained explained(Explanation e) {
        return new Explained(
                e.channel(),
                milliseconds(e.startSeconds()),
                milliseconds(e.endSeconds()),
                e.map().emotion().key(),
                e.map().probability(),
                e.regions().stream()
                        .map(
                                r ->
                                        new RegionReport(
                                                milliseconds(r.startSeconds()),
                                                milliseconds(r.endSeconds()),
                                                Math.round(r.lowHertz()),
                                                Math.round(r.highHertz()),
                                                r.peak()))
                        .toList(),
                e.sentences());
    }

    private static void print(Explanation e, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%.2f - %.2f s  channel %d  %s %.0f %%%n",
                e.startSeconds(),
                e.endSeconds(),
                e.channel(),
                e.map().emotion().key(),
                100 * e.map().probability());
        e.sentences().forEach(line -> out.println("  " + line));
        out.flush();
    }

    private static double milliseconds(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
