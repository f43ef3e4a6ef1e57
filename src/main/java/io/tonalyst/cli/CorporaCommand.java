// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.corpus.CorpusException;
import io.tonalyst.corpus.CorpusScanner;
import io.tonalyst.corpus.CorpusSummary;
import io.tonalyst.corpus.CorpusSurvey;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.training.ModelData;
import io.tonalyst.work.CancelToken;
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
import picocli.CommandLine.Spec;

/** {@code tonalyst corpora}: what the corpora hold. */
@Command(
        name = "corpora",
        mixinStandardHelpOptions = true,
        description =
                "Counts clips, emotions and speakers of corpora and measures how long the clips"
                        + " are. Every clip is read, which takes a minute for all four corpora.")
final class CorporaCommand implements Callable<Integer> {
    @Option(
            names = "--corpora",
            arity = "1..*",
            required = true,
            paramLabel = CorpusOptions.SOURCE_LABEL,
            description = CorpusOptions.SOURCES)
    private List<Path> corpora = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "models/NAME",
            description =
                    "Folder of a model: writes the numbers to its data.json, which the Models page"
                            + " shows.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the numbers as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws CorpusException, IOException {
        PrintWriter err = spec.commandLine().getErr();
        CorpusSummary summary =
                new CorpusSurvey(new FfmpegDecoder())
                        .survey(
                                new CorpusScanner().scan(corpora),
                                new CancelToken(),
                                CorpusOptions.progress(err));
        summary.problems().forEach(problem -> err.println("not counted: " + problem));
        err.flush();
        if (out != null) {
            ModelData.write(out, summary);
        }
        PrintWriter results = spec.commandLine().getOut();
        if (json) {
            Json.write(results, summary);
        } else {
            print(results, summary);
        }
        return summary.problems().isEmpty() ? TonalystCommand.OK : TonalystCommand.SOME_FAILED;
    }

    private static void print(PrintWriter out, CorpusSummary summary) {
        out.printf(
                "%-10s %7s %9s %9s %8s %8s %8s%n",
                "corpus", "clips", "speakers", "minutes", "min s", "median s", "max s");
        for (CorpusSummary.OfCorpus corpus : summary.corpora()) {
            row(out, corpus.corpus(), corpus.clips(), corpus.speakers().size(), corpus.durations());
            for (CorpusSummary.OfClass c : corpus.classes()) {
                row(out, "  " + c.label(), c.clips(), c.speakers(), c.durations());
            }
        }
        out.printf(
                Locale.ROOT,
                "%-10s %7d %9d %9.1f%n",
                "all",
                summary.clips(),
                summary.speakers(),
                summary.seconds() / 60);
        out.flush();
    }

    private static void row(
            PrintWriter out, String name, int clips, int speakers, CorpusSummary.Durations d) {
        out.printf(
                Locale.ROOT,
                "%-10s %7d %9d %9.1f %8.2f %8.2f %8.2f%n",
                name,
                clips,
                speakers,
                d.total() / 60,
                d.shortest(),
                d.median(),
                d.longest());
    }
}
