// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.spark;

import io.tonalyst.emotion.ModelLocator;
import io.tonalyst.library.NamePattern;
import io.tonalyst.recording.AudioFiles;
import io.tonalyst.work.CancelToken;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkConf;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tonalyst-spark}: analyses recordings on Spark, here or on a cluster. */
@Command(
        name = "tonalyst-spark",
        mixinStandardHelpOptions = true,
        description = {
            "Analyses thousands of recordings by several processes, also on several machines that"
                    + " share a folder, and writes the results as tables.",
            "What was analysed before is not analysed again, also after a kill; the results are"
                    + " those of tonalyst analyse, which goes on with the same folder by --resume."
        })
public final class SparkAnalyse implements Callable<Integer> {
    private static final int OK = 0;
    private static final int SOME_FAILED = 1;
    private static final int USAGE = 2;
    private static final int MOST = 10_000_000;
    private static final String NATIVES =
            " --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Audio files, or folders of them.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Folder for results and tables, the same on every machine.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "Where it runs: local[N] on N cores of this machine, or a cluster such as"
                            + " spark://host:7077 (default ${DEFAULT-VALUE}).")
    private String master = "local[*]";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Of the tables: parquet or csv (default ${DEFAULT-VALUE}).")
    private String format = "parquet";

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description =
                    "Folder of the model, the same on every machine; the shipped one by default.")
    private @Nullable Path model;

    @Option(
            names = "--names",
            paramLabel = "PATTERN",
            description =
                    "How agent and start stand in the names of the recordings, such as"
                            + " {agent}_{date:yyyyMMdd}_{time:HHmm}.")
    private String names = "";

    @Option(
            names = "--share",
            paramLabel = "N",
            description = "Recordings dealt out at a time (default ${DEFAULT-VALUE}).")
    private int share = 8;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs the command; returns 0, 1 if some recordings failed, 2 for wrong usage. */
    static int run(String... arguments) {
        return new CommandLine(new SparkAnalyse())
                .setExecutionExceptionHandler(
                        (failure, line, parsed) -> {
                            LoggerFactory.getLogger(SparkAnalyse.class).error("failed", failure);
                            line.getErr().println("tonalyst-spark: " + failure.getMessage());
                            return SOME_FAILED;
                        })
                .setExitCodeExceptionMapper(failure -> USAGE)
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        check();
        Path out = folder.toAbsolutePath().normalize();
        List<Path> recordings =
                AudioFiles.expand(files, MOST, new CancelToken()).stream()
                        .map(file -> file.toAbsolutePath().normalize())
                        .distinct()
                        .toList();
        if (recordings.isEmpty()) {
            throw new IOException("There are no recordings in " + files.getFirst() + ".");
        }
        Path network = model == null ? ModelLocator.ofInstallation().shipped() : model;
        var settings =
                new BatchSettings(
                        network.toAbsolutePath().normalize().toString(),
                        out.resolve("analyses").toString(),
                        names);
        // A model that cannot be read is told before a cluster is asked for.
        Worker.modelName(settings.model());
        PrintWriter err = spec.commandLine().getErr();
        long start = System.nanoTime();
        try (SparkSession spark = SparkSession.builder().config(conf()).getOrCreate()) {
            int shares = Math.ceilDiv(recordings.size(), share);
            spark.sparkContext().addSparkListener(new Progress(err, shares));
            var batch = new SparkBatch(spark, settings, share);
            Tally tally = batch.analyse(recordings);
            double seconds = (System.nanoTime() - start) / 1e9;
            batch.write(recordings, out, format);
            err.printf(
                    Locale.ROOT,
                    "tonalyst-spark: %,d recordings, %,d analysed now, %,d before, %,d failed;"
                            + " %.1f s, tables %.1f s.%n",
                    recordings.size(),
                    tally.analysed(),
                    tally.kept(),
                    tally.failed(),
                    seconds,
                    (System.nanoTime() - start) / 1e9 - seconds);
            err.flush();
            return tally.failed() == 0 ? OK : SOME_FAILED;
        }
    }

    private void check() throws IOException {
        if (!List.of("parquet", "csv").contains(format)) {
            throw new ParameterException(
                    spec.commandLine(), "--format is parquet or csv, not '" + format + "'.");
        }
        if (share < 1) {
            throw new ParameterException(spec.commandLine(), "--share is at least 1.");
        }
        try {
            if (!names.isEmpty()) {
                NamePattern.of(names);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(folder + " cannot be made: check the folder above it.", e);
        }
    }

    /** Nothing is analysed twice: no task is started a second time while the first one runs. */
    private SparkConf conf() {
        var conf =
                new SparkConf()
                        .setAppName("Tonalyst")
                        .setMaster(master)
                        .set("spark.ui.enabled", "false")
                        .set("spark.speculation", "false")
                        .set("spark.sql.shuffle.partitions", "1")
                        .set(
                                "spark.executor.extraJavaOptions",
                                JavaModuleOptions.defaultModuleOptions() + NATIVES);
        if (master.startsWith("local[") || master.equals("local")) {
            // Only this machine talks to itself.
            return conf.set("spark.driver.bindAddress", "127.0.0.1")
                    .set("spark.driver.host", "127.0.0.1");
        }
        String[] own =
                Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                        .filter(jar -> jar.endsWith(".jar"))
                        .toArray(String[]::new);
        return conf.setJars(own);
    }

    /** Tells every few seconds how many shares are done. */
    private static final class Progress extends SparkListener {
        private static final long EVERY_NANOS = 5_000_000_000L;

        private final PrintWriter err;
        private final int shares;
        private final AtomicInteger done = new AtomicInteger();
        private long told = System.nanoTime();

        Progress(PrintWriter err, int shares) {
            this.err = err;
            this.shares = shares;
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            int count = done.incrementAndGet();
            if (System.nanoTime() - told > EVERY_NANOS && count < shares) {
                told = System.nanoTime();
                err.printf("tonalyst-spark: %d of %d shares done.%n", count, shares);
                err.flush();
            }
        }
    }
}
