// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.ClipKind;
import io.tonalyst.corpus.CorpusException;
import io.tonalyst.corpus.CorpusScanner;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.reference.LeakageTable;
import io.tonalyst.reference.LeakageText;
import io.tonalyst.reference.ReferencePipeline;
import io.tonalyst.reference.ReferenceProtocol;
import io.tonalyst.reference.ReferenceRecipe;
import io.tonalyst.reference.ReferenceReport;
import io.tonalyst.reference.ReferenceRows;
import io.tonalyst.reference.ReferenceRunner;
import io.tonalyst.reference.RowCache;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tonalyst reference}: the pipelines of the reference notebooks under three protocols. */
@Command(
        name = "reference",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a network of the reference notebooks on speech corpora with sound, judges it"
                    + " under a protocol and writes the evaluation files.",
            "A stopped run goes on at its last finished epoch when started again."
        })
final class ReferenceCommand implements Callable<Integer> {
    private static final int MAX_EPOCHS = 1000;
    private static final int MAX_WIDTH = 4096;

    @Option(
            names = "--table",
            description = "Print what the protocols below --out gave side by side, and end.")
    private boolean table;

    @Option(names = "--pipeline", description = "${COMPLETION-CANDIDATES}.")
    private @Nullable ReferencePipeline pipeline;

    @Option(
            names = "--protocol",
            description =
                    "${COMPLETION-CANDIDATES}: copies split as rows, clips held out, or speakers"
                            + " held out in 4 folds.")
    private @Nullable ReferenceProtocol protocol;

    @Option(
            names = "--corpora",
            arity = "1..*",
            paramLabel = "DIR",
            description =
                    "Folders of RAVDESS, CREMA-D, TESS or SAVEE, or a folder that contains them.")
    private List<Path> corpora = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder that reference-features and reference-frames lie in.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--epochs",
            defaultValue = "" + ReferencePipeline.REFERENCE_EPOCHS,
            description = "Passes over the training rows (default ${DEFAULT-VALUE}, as published).")
    private int epochs;

    @Option(
            names = "--widths",
            split = ",",
            paramLabel = "N",
            description =
                    "Filters of the convolutions, such as 32,32,32,32,32 (default: as published).")
    private List<Integer> widths = new ArrayList<>();

    @Option(
            names = "--dense",
            paramLabel = "N",
            description = "Units of the layer before the last (default: as published).")
    private @Nullable Integer dense;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description =
                    "Decides augmentation, splits, weights and order (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where features are kept (default ~/.tonalyst/cache).")
    private Path cache = Path.of(System.getProperty("user.home"), ".tonalyst", "cache");

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws CorpusException, IOException {
        if (table) {
            LeakageTable found = LeakageTable.read(out);
            PrintWriter writer = spec.commandLine().getOut();
            if (json) {
                Json.write(writer, found);
            } else {
                writer.print(LeakageText.markdown(found));
                writer.flush();
            }
            return TonalystCommand.OK;
        }
        return train(
                required(pipeline, "--pipeline"), required(protocol, "--protocol"), clipFolders());
    }

    private int train(ReferencePipeline chosen, ReferenceProtocol judged, List<Path> folders)
            throws CorpusException, IOException {
        ReferenceRecipe recipe = recipe(chosen);
        PrintWriter err = spec.commandLine().getErr();
        ReferenceRows rows =
                new RowCache(cache, new FfmpegDecoder())
                        .load(
                                chosen,
                                withSound(folders, err),
                                seed,
                                new CancelToken(),
                                CorpusOptions.progress(err));
        rows.problems().forEach(problem -> err.println("skipped: " + problem));
        if (!recipe.equals(chosen.published(seed))) {
            err.printf(
                    "Widths %s and %d epochs; published are %s and %d.%n",
                    recipe.widths(),
                    recipe.epochs(),
                    chosen.widths(),
                    ReferencePipeline.REFERENCE_EPOCHS);
        }
        ReferenceReport report =
                new ReferenceRunner(rows, recipe)
                        .run(judged, out, new CancelToken(), CorpusOptions.progress(err));
        PrintWriter writer = spec.commandLine().getOut();
        if (json) {
            Json.write(writer, report);
        } else {
            print(writer, report);
        }
        return rows.problems().isEmpty() ? TonalystCommand.OK : TonalystCommand.SOME_FAILED;
    }

    private <T> T required(@Nullable T value, String option) {
        if (value == null) {
            throw new ParameterException(
                    spec.commandLine(), "Name " + option + ", or --table to see what was run.");
        }
        return value;
    }

    private List<Path> clipFolders() {
        if (corpora.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name the folders of --corpora.");
        }
        return corpora;
    }

    private ReferenceRecipe recipe(ReferencePipeline chosen) {
        ReferenceRecipe published = chosen.published(seed);
        List<Integer> filters = widths.isEmpty() ? published.widths() : widths;
        int units = dense == null ? published.dense() : dense;
        if (filters.size() != published.widths().size()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--widths are "
                            + published.widths().size()
                            + " numbers for this pipeline, not "
                            + filters.size()
                            + ".");
        }
        requireBetween("--widths", filters.stream().mapToInt(w -> w).min().orElse(0), MAX_WIDTH);
        requireBetween("--widths", filters.stream().mapToInt(w -> w).max().orElse(0), MAX_WIDTH);
        requireBetween("--dense", units, MAX_WIDTH);
        requireBetween("--epochs", epochs, MAX_EPOCHS);
        return new ReferenceRecipe(chosen.key(), filters, units, epochs, published.batch(), seed);
    }

    private void requireBetween(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " lies between 1 and " + most + ", not at " + value + ".");
        }
    }

    /** The clips that can be augmented; images of clips are left out. */
    private static List<Clip> withSound(List<Path> folders, PrintWriter err)
            throws CorpusException {
        List<Clip> all = new CorpusScanner().scan(folders).clips();
        List<Clip> sound = all.stream().filter(c -> c.kind() == ClipKind.AUDIO).toList();
        if (sound.size() < all.size()) {
            err.printf(
                    "%d clips are log-mel images without sound and are left out: the reference"
                            + " computes its features from sound.%n",
                    all.size() - sound.size());
            err.flush();
        }
        if (sound.isEmpty()) {
            throw new CorpusException("There is no clip with sound in " + folders + ".");
        }
        return sound;
    }

    private static void print(PrintWriter out, ReferenceReport report) {
        out.printf(
                Locale.ROOT,
                "%s %s: accuracy %.1f %%, UAR %.1f %% of %d rows; %.1f %% of them have a copy in"
                        + " training, %.1f %% their speaker%n",
                report.recipe().pipeline(),
                report.protocol(),
                100 * report.overall().accuracy(),
                100 * report.overall().uar(),
                report.testRows(),
                100 * report.siblingShare(),
                100 * report.speakerShare());
        report.corpora()
                .forEach(
                        (corpus, figures) ->
                                out.printf(
                                        Locale.ROOT,
                                        "  %-10s %5d rows %5.1f %% %5.1f %%%n",
                                        corpus,
                                        figures.clips(),
                                        100 * figures.accuracy(),
                                        100 * figures.uar()));
        out.flush();
    }
}
