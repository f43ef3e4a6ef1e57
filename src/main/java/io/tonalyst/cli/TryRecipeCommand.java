// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.corpus.CorpusException;
import io.tonalyst.training.ClipImages;
import io.tonalyst.training.Protocol;
import io.tonalyst.training.Recipe;
import io.tonalyst.training.RecipeTrial;
import io.tonalyst.training.RunLog;
import io.tonalyst.work.CancelToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tonalyst try-recipe}: compares recipes on validation clips. */
@Command(
        name = "try-recipe",
        mixinStandardHelpOptions = true,
        description = {
            "Trains one fold with a changed recipe and logs how it does on the validation clips.",
            "The test clips are not touched; the Models page shows the log."
        })
final class TryRecipeCommand implements Callable<Integer> {
    @Mixin private CorpusOptions options = new CorpusOptions();

    @Option(
            names = "--protocol",
            defaultValue = "SPEAKER",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Protocol protocol;

    @Option(
            names = "--fold",
            defaultValue = "2",
            description = "Fold of the protocol, 0 is the first (default ${DEFAULT-VALUE}).")
    private int fold;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A value of the recipe, such as augmentation.speed=0.2; repeatable.")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Option(
            names = "--parent",
            paramLabel = "ID",
            description = "Run of the log this one varies: it then enters the ablation table.")
    private @Nullable String parent;

    @Option(names = "--note", description = "A remark for the log.")
    private String note = "";

    @Option(names = "--json", description = "Print the line of the log as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws CorpusException, IOException {
        Recipe recipe;
        try {
            recipe = RecipeTrial.changed(options.recipe(spec), changes);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        PrintWriter err = spec.commandLine().getErr();
        Path folder = options.out();
        ClipImages images = options.images(err);
        String purpose = parent == null ? "search" : "ablation";
        RunLog.Run run =
                new RecipeTrial(images)
                        .run(
                                recipe,
                                new RecipeTrial.Plan(protocol, fold, purpose, parent, note),
                                folder,
                                new CancelToken(),
                                CorpusOptions.progress(err));
        print(run);
        return images.problems().isEmpty() ? TonalystCommand.OK : TonalystCommand.SOME_FAILED;
    }

    private void print(RunLog.Run run) {
        PrintWriter out = spec.commandLine().getOut();
        RunLog.Scores scores = run.validation();
        if (json) {
            Json.write(out, run);
        } else if (scores != null) {
            out.printf(
                    Locale.ROOT,
                    "%s: validation accuracy %.1f %%, UAR %.1f %%, loss %.3f%n",
                    run.id(),
                    100 * scores.accuracy(),
                    100 * scores.uar(),
                    scores.loss());
            out.flush();
        }
    }
}
