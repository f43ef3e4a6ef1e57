// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.corpus.ClipReader;
import io.tonalyst.corpus.CorpusException;
import io.tonalyst.corpus.CorpusScan;
import io.tonalyst.corpus.CorpusScanner;
import io.tonalyst.corpus.ImageExport;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.work.CancelToken;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonalyst images}: clips as log-mel images that can be trained on without the sound. */
@Command(
        name = "images",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the clips of corpora as log-mel images with a clips.csv.",
            "The folder can be given to --corpora in place of the recordings. The images hold no"
                    + " sound, but what was said can roughly be made audible again from them:"
                    + " treat them as personal data."
        })
final class ImagesCommand implements Callable<Integer> {
    @Option(
            names = "--corpora",
            arity = "1..*",
            required = true,
            paramLabel = CorpusOptions.SOURCE_LABEL,
            description = CorpusOptions.SOURCES)
    private List<Path> corpora = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "New or empty folder for the images.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--anonymise",
            description = "Put numbers in place of the names of clips, speakers and recordings.")
    private boolean anonymise;

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** What is printed as JSON. */
    private record Written(Path folder, int images, long leftOut, List<String> problems) {}

    @Override
    public Integer call() throws CorpusException {
        PrintWriter err = spec.commandLine().getErr();
        CorpusScan scan = new CorpusScanner().scan(corpora);
        CorpusOptions.tell(scan, err);
        ImageExport.Outcome outcome =
                new ImageExport(new ClipReader(new FfmpegDecoder()))
                        .write(
                                scan.clips(),
                                out,
                                anonymise,
                                new CancelToken(),
                                CorpusOptions.progress(err));
        outcome.problems().forEach(problem -> err.println("skipped: " + problem));
        err.flush();
        List<String> problems = new ArrayList<>(scan.problems());
        problems.addAll(outcome.problems());
        long leftOut = scan.problemCount() + outcome.problems().size();
        PrintWriter print = spec.commandLine().getOut();
        if (json) {
            Json.write(print, new Written(out, outcome.clips(), leftOut, problems));
        } else {
            print.printf("%s: %d images and clips.csv%n", out, outcome.clips());
            print.flush();
        }
        return leftOut == 0 ? TonalystCommand.OK : TonalystCommand.SOME_FAILED;
    }
}
