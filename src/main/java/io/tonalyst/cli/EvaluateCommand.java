// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.corpus.CorpusException;
import io.tonalyst.training.ClipImages;
import io.tonalyst.training.EvaluationReport;
import io.tonalyst.training.Figures;
import io.tonalyst.training.Protocol;
import io.tonalyst.training.ProtocolRunner;
import io.tonalyst.training.Recipe;
import io.tonalyst.work.CancelToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonalyst evaluate}: judges the recipe of a model on clips it did not learn from. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Trains networks of the model's recipe on parts of the corpora, judges each on the rest,"
                    + " and writes the evaluation files of the model.",
            "A stopped evaluation goes on where it was when started again."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Mixin private CorpusOptions options = new CorpusOptions();

    @Option(
            names = "--protocol",
            required = true,
            description =
                    "${COMPLETION-CANDIDATES}: clips held out with two seeds, speakers held out in 4"
                            + " folds, or each corpus held out once.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Protocol protocol;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws CorpusException, IOException {
        Recipe recipe = options.recipe(spec);
        PrintWriter err = spec.commandLine().getErr();
        Path folder = options.out();
        ClipImages images = options.images(err);
        EvaluationReport report =
                new ProtocolRunner(images, recipe)
                        .run(protocol, folder, new CancelToken(), CorpusOptions.progress(err));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, report);
        } else {
            print(out, report);
        }
        return options.exitCode();
    }

    private static void print(PrintWriter out, EvaluationReport report) {
        out.printf("%-10s %7s %9s %7s%n", report.protocol(), "clips", "accuracy", "UAR");
        row(out, "all", report.overall());
        report.corpora().forEach((corpus, figures) -> row(out, corpus, figures));
        out.printf(
                Locale.ROOT,
                "calibration error %.3f, after scaling %.3f; accuracy at 70 %% coverage %.1f %%%n",
                report.confidence().eceBefore(),
                report.confidence().eceAfter(),
                100 * report.confidence().accuracyAt(0.7));
        out.flush();
    }

    private static void row(PrintWriter out, String name, Figures figures) {
        out.printf(
                Locale.ROOT,
                "%-10s %7d %7.1f %% %5.1f %%%n",
                name,
                figures.clips(),
                100 * figures.accuracy(),
                100 * figures.uar());
    }
}
