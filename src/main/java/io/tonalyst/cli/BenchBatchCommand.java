// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.cli.BatchTrial.Part;
import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.ModelLocator;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code tonalyst bench batch}: a batch, once in one go, and once killed, cancelled and gone on.
 */
@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        description = {
            "Analyses a folder of synthetic telephone calls, one file of which is no sound: once in"
                    + " one go; then anew in a process that is killed after a third, gone on with,"
                    + " cancelled after two thirds, and gone on with to the end.",
            "Repeated are recordings whose result was kept and that were analysed again all the"
                    + " same. Needs the launcher of the program."
        })
final class BenchBatchCommand implements Callable<Integer> {
    @Option(
            names = "--recordings",
            paramLabel = "N",
            defaultValue = "300",
            description = "Recordings, the broken one among them (default ${DEFAULT-VALUE}).")
    private int recordings;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "12",
            description = "Length of each (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (recordings < 6 || recordings > 10_000 || seconds < 2 || seconds > 3600) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--recordings lies between 6 and 10000, --seconds between 2 and 3600.");
        }
        String launcher = System.getProperty("tonalyst.launcher");
        if (launcher == null || !Files.isExecutable(Path.of(launcher))) {
            throw new IOException(
                    "There is no launcher to start a second process with: run this with that of"
                            + " the build or of the image.");
        }
        Path folder = Files.createTempDirectory("tonalyst-batch");
        try {
            EmotionModel model = Dl4jEmotionModel.load(ModelLocator.ofInstallation().shipped());
            var trial = new BatchTrial(folder, model);
            trial.make(recordings, seconds);
            Part whole = trial.run("whole", Integer.MAX_VALUE);
            int killed = trial.kill(Path.of(launcher), "parts", recordings / 3);
            Part cancelled = trial.run("parts", 2 * recordings / 3);
            int kept = trial.kept("parts");
            Part rest = trial.run("parts", Integer.MAX_VALUE);
            report(
                    new Result(
                            recordings,
                            whole.failed(),
                            (double) (recordings - 1) * seconds,
                            Runtime.getRuntime().availableProcessors(),
                            trial.threads(),
                            whole.elapsedSeconds(),
                            whole.cpuSeconds(),
                            (recordings - 1) * seconds / whole.elapsedSeconds(),
                            (recordings - 1) * seconds / whole.cpuSeconds(),
                            whole.reports(),
                            killed,
                            cancelled.taken(),
                            cancelled.repeated(),
                            cancelled.stopMillis(),
                            kept,
                            rest.taken(),
                            rest.repeated(),
                            trial.kept("parts"),
                            rest.failed()));
            return TonalystCommand.OK;
        } finally {
            removeAll(folder);
        }
    }

    private void report(Result result) {
        var out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, result);
            return;
        }
        out.printf(
                Locale.ROOT,
                "%d recordings, %d failed, %.0f s of sound in %.1f s (%.0f times real time), %.1f s"
                        + " of processor time (%.0f times)%n",
                result.recordings,
                result.failed,
                result.soundSeconds,
                result.elapsedSeconds,
                result.timesRealTime,
                result.cpuSeconds,
                result.timesRealTimeOneCore);
        out.printf(
                Locale.ROOT,
                "killed with %d results kept: %d taken over, %d repeated; cancelled within %.0f ms"
                        + " with %d kept: %d taken over, %d repeated; %d kept at the end%n",
                result.keptWhenKilled,
                result.takenAfterKill,
                result.repeatedAfterKill,
                result.cancelMs,
                result.keptWhenCancelled,
                result.takenAfterCancel,
                result.repeatedAfterCancel,
                result.keptAtEnd);
        out.flush();
    }

    private static void removeAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private record Result(
            int recordings,
            int failed,
            @JsonProperty("sound_s") double soundSeconds,
            int processors,
            int threads,
            @JsonProperty("elapsed_s") double elapsedSeconds,
            @JsonProperty("cpu_s") double cpuSeconds,
            double timesRealTime,
            double timesRealTimeOneCore,
            int progressReports,
            int keptWhenKilled,
            int takenAfterKill,
            int repeatedAfterKill,
            double cancelMs,
            int keptWhenCancelled,
            int takenAfterCancel,
            int repeatedAfterCancel,
            int keptAtEnd,
            int failedAtEnd) {}
}
