// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.corpus.CorpusException;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.training.ClipImages;
import io.tonalyst.training.EpochRecord;
import io.tonalyst.training.ModelTraining;
import io.tonalyst.training.Recipe;
import io.tonalyst.training.StartModel;
import io.tonalyst.training.Trainer;
import io.tonalyst.work.CancelToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonalyst train}: trains the emotion model. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the emotion model on speech corpora and writes it with its history and card.",
            "A stopped training goes on at its last finished epoch when started again."
        })
final class TrainCommand implements Callable<Integer> {
    @Mixin private CorpusOptions options = new CorpusOptions();

    @Option(
            names = "--from",
            paramLabel = "models/NAME",
            description =
                    "Go on from the weights of this model, at a tenth of the rate; --network and"
                            + " --members are then those of the model.")
    private @Nullable Path from;

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** What is printed as JSON. */
    private record Outcome(Path model, int clips, long skipped, List<Member> members) {}

    /** One network of the model. */
    private record Member(int keptEpoch, List<EpochRecord> history) {}

    @Override
    public Integer call() throws CorpusException, IOException, ModelException {
        Recipe recipe = options.recipe(spec);
        Optional<StartModel> start = Optional.empty();
        if (from != null) {
            start = Optional.of(StartModel.of(from));
            recipe = start.get().fineTuning(recipe.epochs(), recipe.seed());
        }
        PrintWriter err = spec.commandLine().getErr();
        Path folder = options.out();
        ClipImages images = options.images(err);
        List<Trainer.Result> results =
                new ModelTraining(images, recipe, start)
                        .run(folder, new CancelToken(), CorpusOptions.progress(err));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(
                    out,
                    new Outcome(
                            folder,
                            images.clips().size(),
                            options.leftOut(),
                            results.stream().map(r -> new Member(r.best(), r.history())).toList()));
        } else {
            for (Trainer.Result result : results) {
                EpochRecord kept = result.history().get(result.best() - 1);
                out.printf(
                        Locale.ROOT,
                        "%s: epoch %d kept, validation accuracy %.1f %%, UAR %.1f %%%n",
                        folder,
                        kept.epoch(),
                        100 * kept.validationAccuracy(),
                        100 * kept.validationUar());
            }
            out.flush();
        }
        return options.exitCode();
    }
}
