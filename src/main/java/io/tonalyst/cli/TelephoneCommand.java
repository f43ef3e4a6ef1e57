// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.corpus.CorpusException;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.training.ClipImages;
import io.tonalyst.training.TelephoneTraining;
import io.tonalyst.work.CancelToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tonalyst telephone}: networks of a model for narrow-band sound. */
@Command(
        name = "telephone",
        mixinStandardHelpOptions = true,
        description = {
            "Gives a trained model networks for the telephone, which are asked about sound with"
                    + " nothing above 4.3 kHz: its own, learning on from the clips as telephones"
                    + " code them.",
            "The networks of the clip protocol in models/NAME/runs get theirs too, for 'tonalyst"
                    + " robustness'. A stopped training goes on where it was when started again."
        })
final class TelephoneCommand implements Callable<Integer> {
    private static final int MAX_EPOCHS = 1000;

    @Mixin private CorpusOptions options = new CorpusOptions();

    @Option(
            names = "--telephone-epochs",
            defaultValue = "12",
            description = "Passes over the training part (default ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(names = "--json", description = "Print the folders that got networks as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** What is printed as JSON. */
    private record Outcome(List<Path> models) {}

    @Override
    public Integer call() throws CorpusException, IOException, ModelException {
        if (epochs < 1 || epochs > MAX_EPOCHS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--telephone-epochs lies between 1 and 1000, not at " + epochs + ".");
        }
        PrintWriter err = spec.commandLine().getErr();
        Path folder = options.out();
        ClipImages images = options.images(err);
        List<Path> models =
                new TelephoneTraining(images, new FfmpegDecoder(), epochs)
                        .run(
                                folder,
                                options.recipe(spec).seed(),
                                new CancelToken(),
                                CorpusOptions.progress(err));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, new Outcome(models));
        } else {
            models.forEach(model -> out.println(model + ": has networks for the telephone"));
            out.flush();
        }
        return options.exitCode();
    }
}
