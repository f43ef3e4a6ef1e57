// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.ModelLocator;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.RecordingAnalyser;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.Recording;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tonalyst analyse}: the emotions of recordings. */
@Command(
        name = "analyse",
        mixinStandardHelpOptions = true,
        description =
                "Tell the acted emotions in recordings: segments by channel, and overall. A file"
                        + " that cannot be read is reported; the others go on.")
final class AnalyseCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Audio files; video files are heard.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Folder of the model; the shipped one by default.")
    private @Nullable Path model;

    @Option(names = "--json", description = "Print one JSON array, one object for each file.")
    private boolean json;

    @Option(
            names = "--export",
            split = ",",
            paramLabel = "FORMAT",
            description =
                    "Also write each analysis to a file: textgrid (Praat), eaf (ELAN), audacity"
                            + " (labels), csv, json, html (report), parted by commas. Needs --out.")
    private List<String> exports = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder for what --export writes; made if it is missing.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws Exception {
        var export = AnalysisExport.of(exports, folder, files, spec.commandLine());
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        EmotionModel loaded =
                Dl4jEmotionModel.load(
                        model == null ? ModelLocator.ofInstallation().shipped() : model);
        var analyser = new RecordingAnalyser(loaded);
        RecordingDecoder decoder = new FfmpegDecoder();
        List<AnalysisReport> reports = new ArrayList<>();
        var cancel = new CancelToken();
        boolean allFine = true;
        for (Path file : files) {
            AnalysisReport report;
            try {
                Recording recording = decoder.decode(file, cancel, ProgressSink.NONE);
                recording.damage().ifPresent(sentence -> tell(err, sentence));
                PredictionTimeline timeline =
                        analyser.analyse(recording.signal(), cancel, ProgressSink.NONE);
                report = AnalysisReport.of(recording, timeline, loaded.description().name());
                export.write(recording, timeline, loaded.description().name());
            } catch (RecordingException | IOException e) {
                tell(err, e.getMessage());
                report = AnalysisReport.failed(file, String.valueOf(e.getMessage()));
                allFine = false;
            }
            reports.add(report);
            if (!json) {
                report.print(out);
            }
        }
        if (json) {
            Json.write(out, reports);
        }
        return allFine ? TonalystCommand.OK : TonalystCommand.SOME_FAILED;
    }

    private static void tell(PrintWriter err, @Nullable String sentence) {
        err.println("tonalyst: " + sentence);
        err.flush();
    }
}
