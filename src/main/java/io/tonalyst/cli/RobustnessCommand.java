// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.corpus.CorpusException;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.training.RobustnessRun;
import io.tonalyst.training.robustness.RobustnessReport;
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

/** {@code tonalyst robustness}: the networks of the clip protocol on changed sound. */
@Command(
        name = "robustness",
        mixinStandardHelpOptions = true,
        description = {
            "Tries the networks of the clip protocol on the test clips as telephones, codecs, levels"
                    + " and noise change them.",
            "Needs the networks that 'tonalyst evaluate --protocol CLIP' left in models/NAME/runs."
        })
final class RobustnessCommand implements Callable<Integer> {
    @Mixin private CorpusOptions options = new CorpusOptions();

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws CorpusException, IOException, ModelException {
        PrintWriter err = spec.commandLine().getErr();
        Path folder = options.out();
        RobustnessReport report =
                new RobustnessRun(new FfmpegDecoder(), Dl4jEmotionModel::load)
                        .run(
                                options.images(err),
                                options.recipe(spec),
                                folder,
                                new CancelToken(),
                                CorpusOptions.progress(err));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, report);
        } else {
            out.printf("%-24s %8s %6s %s%n", "condition", "accuracy", "UAR", "points lost");
            for (RobustnessReport.Condition c : report.conditions()) {
                out.printf(
                        Locale.ROOT,
                        "%-24s %6.1f %% %4.1f %% %5.1f%n",
                        c.key(),
                        100 * c.accuracy(),
                        100 * c.uar(),
                        c.lost());
            }
            out.flush();
        }
        return TonalystCommand.OK;
    }
}
