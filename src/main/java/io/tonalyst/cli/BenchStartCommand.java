// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tonalyst bench start}: from the start of the process to the painted window. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description =
                "Starts the program again and again, from its launcher, and measures the time until"
                        + " the window is shown and until its first picture is painted (an upper bound:"
                        + " two pulses of the screen later). One start before warms the disk up. Needs a"
                        + " display, such as that of xvfb-run.")
final class BenchStartCommand implements Callable<Integer> {
    private static final long LIMIT_SECONDS = 60;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "7",
            description = "Measured starts (default ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--program",
            paramLabel = "FILE",
            description = "Launcher to start; by default the one of this program.")
    private @Nullable Path program;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (runs < 1 || runs > 1000) {
            throw new ParameterException(
                    spec.commandLine(), "--runs lies between 1 and 1000, not at " + runs);
        }
        Path launcher = launcher();
        Path folder = Files.createTempDirectory("tonalyst-start");
        try {
            start(launcher, folder);
            long[][] measured = new long[runs][];
            for (int i = 0; i < runs; i++) {
                measured[i] = start(launcher, folder);
            }
            report(launcher, measured);
            return TonalystCommand.OK;
        } finally {
            removeAll(folder);
        }
    }

    private Path launcher() {
        String known = System.getProperty("tonalyst.launcher");
        if (program == null && known == null) {
            throw new ParameterException(
                    spec.commandLine(), "Name the launcher to start with --program.");
        }
        Path launcher = program == null ? Path.of(known) : program;
        if (!Files.isExecutable(launcher)) {
            throw new ParameterException(
                    spec.commandLine(), "There is no program to start at " + launcher);
        }
        return launcher.toAbsolutePath();
    }

    /** One start, in milliseconds: window shown, picture painted, processor time. */
    private static long[] start(Path launcher, Path folder)
            throws IOException, InterruptedException {
        Path report = folder.resolve("report.json");
        Path said = folder.resolve("said.txt");
        Files.deleteIfExists(report);
        var builder =
                new ProcessBuilder(launcher.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        String given = System.getenv().getOrDefault("TONALYST_JAVA_OPTIONS", "");
        builder.environment()
                .put(
                        "TONALYST_JAVA_OPTIONS",
                        given
                                + (" -Dtonalyst.start.report=" + report)
                                // Settings and sessions of whoever measures are left alone.
                                + (" -Duser.home=" + folder));
        long before = System.currentTimeMillis();
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroy();
            throw new IOException(
                    "No window opened within " + LIMIT_SECONDS + " s; is there a display?");
        }
        if (!Files.exists(report)) {
            throw new IOException(
                    "No window opened; measuring needs a display, such as that of xvfb-run. "
                            + Files.readString(said).strip());
        }
        JsonNode times = new ObjectMapper().readTree(report.toFile());
        return new long[] {
            times.get("window_epoch_ms").asLong() - before,
            times.get("picture_epoch_ms").asLong() - before,
            times.get("cpu_ms").asLong()
        };
    }

    private void report(Path launcher, long[][] measured) {
        var result =
                new Result(
                        String.valueOf(launcher.getFileName()),
                        runs,
                        median(measured, 0),
                        median(measured, 1),
                        median(measured, 2),
                        Arrays.stream(measured).map(run -> run[0]).sorted().toList());
        var out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, result);
            return;
        }
        out.printf(
                Locale.ROOT,
                "Window shown %d ms after the start (median of %d), painted after %d ms, %d ms of"
                        + " processor time; the starts: %s ms%n",
                result.windowMedianMs,
                runs,
                result.pictureMedianMs,
                result.cpuMedianMs,
                result.windowMs);
        out.flush();
    }

    private static long median(long[][] measured, int column) {
        return Arrays.stream(measured)
                .mapToLong(run -> run[column])
                .sorted()
                .skip(measured.length / 2)
                .findFirst()
                .orElseThrow();
    }

    private static void removeAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private record Result(
            String program,
            int runs,
            long windowMedianMs,
            long pictureMedianMs,
            long cpuMedianMs,
            List<Long> windowMs) {}
}
