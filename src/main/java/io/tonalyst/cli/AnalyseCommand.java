// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.ModelLocator;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.library.BatchAnalysis;
import io.tonalyst.library.NamePattern;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SampleStore;
import io.tonalyst.work.CancelToken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    private static final int MAX_JOBS = 64;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Audio files, folders of them, or sessions (.tonalyst), whose corrections are"
                            + " exported too; video files are heard.")
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

    @Option(
            names = "--resume",
            description =
                    "Go on with a batch that was stopped: recordings whose results lie in the"
                            + " folder of --out, and which have not changed since, are not analysed"
                            + " again.")
    private boolean resume;

    @Option(
            names = "--names",
            paramLabel = "PATTERN",
            description =
                    "How agent and start stand in the names of the recordings, such as"
                            + " {agent}_{date:yyyyMMdd}_{time:HHmm}; --json gives them. That of a"
                            + " session by default.")
    private @Nullable String names;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Recordings at a time; by default as many as there are cores, 4 at most.")
    private @Nullable Integer jobs;

    @Override
    public Integer call() throws Exception {
        CommandLine line = spec.commandLine();
        int threads = jobs == null ? Math.min(4, Runtime.getRuntime().availableProcessors()) : jobs;
        if (threads < 1 || threads > MAX_JOBS) {
            throw new ParameterException(
                    line, "--jobs lies between 1 and " + MAX_JOBS + ", not at " + threads + ".");
        }
        if (resume && folder == null) {
            throw new ParameterException(line, "Name the folder to go on in with --out.");
        }
        var cancel = new CancelToken();
        var inputs = AnalysisInputs.of(files, cancel);
        var export = AnalysisExport.of(exports, folder, inputs, line);
        Optional<NamePattern> pattern = pattern(names == null ? inputs.namePattern() : names, line);
        EmotionModel loaded =
                Dl4jEmotionModel.load(
                        model == null ? ModelLocator.ofInstallation().shipped() : model);
        RecordingDecoder decoder = new FfmpegDecoder();
        var opener = new RecordingOpener(decoder, SampleStore.ofUser());
        var batch =
                new BatchAnalysis(
                        decoder,
                        loaded,
                        Optional.ofNullable(folder)
                                .map(f -> new AnalysisStore(f.resolve(AnalysisExport.RESULTS))));
        var output =
                new AnalysisOutput(
                        line.getOut(), line.getErr(), json, pattern, inputs.recordings().size());
        batch.run(
                inputs.recordings(),
                resume,
                threads,
                result -> {
                    export.write(result, opener, cancel);
                    output.accept(result);
                },
                cancel,
                output::progress);
        return output.finish() ? TonalystCommand.OK : TonalystCommand.SOME_FAILED;
    }

    private static Optional<NamePattern> pattern(String text, CommandLine line) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(NamePattern.of(text));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, String.valueOf(e.getMessage()), e);
        }
    }
}
