// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.corpus.ClipReader;
import io.tonalyst.corpus.CorpusException;
import io.tonalyst.corpus.CorpusScan;
import io.tonalyst.corpus.CorpusScanner;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.training.ClipImages;
import io.tonalyst.training.ImageCache;
import io.tonalyst.training.NetworkSize;
import io.tonalyst.training.Recipe;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What {@code train} and {@code evaluate} have in common: the corpora and the recipe. */
final class CorpusOptions {
    /** What stands for a source in a help text. */
    static final String SOURCE_LABEL = "DIR_OR_CSV";

    /** What {@code --corpora} takes. */
    static final String SOURCES =
            "Folders of RAVDESS, CREMA-D, TESS or SAVEE, or a folder that contains them; a folder"
                    + " of your own with one subfolder an emotion; a CSV with path,label,speaker; a"
                    + " folder of images made by 'tonalyst images'.";

    private static final int MAX_MEMBERS = 16;

    private static final int MAX_EPOCHS = 1000;

    @Option(
            names = "--corpora",
            arity = "1..*",
            required = true,
            paramLabel = SOURCE_LABEL,
            description = SOURCES)
    private List<Path> corpora = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "models/NAME",
            description = "Folder of the model; its last part is the model's name.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--epochs",
            defaultValue = "24",
            description = "Passes over the training part (default ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Decides splits, weights and augmentation (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--members",
            defaultValue = "1",
            description =
                    "Networks trained alike that predict together (default ${DEFAULT-VALUE}).")
    private int members;

    @Option(
            names = "--whole-members",
            defaultValue = "0",
            paramLabel = "N",
            description =
                    "How many of them learn from whole images, without blanked stripes (default"
                            + " ${DEFAULT-VALUE}).")
    private int wholeMembers;

    @Option(
            names = "--network",
            defaultValue = "SMALL",
            description = "Size: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private NetworkSize network;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where clip images are kept (default ~/.tonalyst/cache).")
    private Path cache = Path.of(System.getProperty("user.home"), ".tonalyst", "cache");

    private long leftOut;

    /**
     * The folder of the model, made if missing.
     *
     * @throws IOException with one sentence, if it cannot be written
     */
    Path out() throws IOException {
        return writable(out);
    }

    private static Path writable(Path wanted) throws IOException {
        Path folder = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(
                    "The folder " + folder + " cannot be made; choose another or free its place.",
                    e);
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("The folder " + folder + " cannot be written; choose another.");
        }
        return folder;
    }

    Recipe recipe(CommandSpec spec) {
        if (epochs < 2 || epochs > MAX_EPOCHS) {
            throw new ParameterException(
                    spec.commandLine(), "--epochs lies between 2 and 1000, not at " + epochs + ".");
        }
        if (members < 1 || members > MAX_MEMBERS || wholeMembers < 0 || wholeMembers > members) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--members lies between 1 and %d, and --whole-members between 0 and that; they are %d and %d."
                            .formatted(MAX_MEMBERS, members, wholeMembers));
        }
        return Recipe.standard(network, epochs, seed).withMembers(members, wholeMembers);
    }

    /** Reads all clips; says on the error channel what was found and what could not be read. */
    ClipImages images(PrintWriter err) throws CorpusException, IOException {
        CorpusScan scan = new CorpusScanner().scan(corpora);
        tell(scan, err);
        leftOut = scan.problemCount();
        ClipImages images =
                new ImageCache(writable(cache), new ClipReader(new FfmpegDecoder()))
                        .load(scan.clips(), new CancelToken(), progress(err));
        images.problems().forEach(problem -> err.println("skipped: " + problem));
        err.flush();
        leftOut += images.problems().size();
        return images;
    }

    /** Folders, rows and clips that {@link #images} left out. */
    long leftOut() {
        return leftOut;
    }

    /** The exit code after {@link #images}. */
    int exitCode() {
        return leftOut == 0 ? TonalystCommand.OK : TonalystCommand.SOME_FAILED;
    }

    /** Says what was found and what was left out. */
    static void tell(CorpusScan scan, PrintWriter err) {
        err.printf(
                Locale.ROOT,
                "%d clips found, %d sound files of no known corpus%n",
                scan.clips().size(),
                scan.unknown());
        scan.problems().forEach(err::println);
        long more = scan.problemCount() - scan.problems().size();
        if (more > 0) {
            err.println("... and " + more + " more of this kind.");
        }
        err.flush();
    }

    /** Writes each new message as a line. */
    static ProgressSink progress(PrintWriter err) {
        var last = new AtomicReference<>("");
        return (fraction, message) -> {
            if (!last.getAndSet(message).equals(message)) {
                err.printf(Locale.ROOT, "%5.1f %%  %s%n", 100 * fraction, message);
                err.flush();
            }
        };
    }
}
