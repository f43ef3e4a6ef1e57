// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.fuzz;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.fuzz.Verdict.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Has bad files read by workers; a worker that ends or hangs is followed by another. */
final class FuzzRun {
    /** A busy machine may stop a worker for a while; what counts is the worker's own clock. */
    private static final long PATIENCE_MILLIS = 4 * Verdict.LIMIT_MILLIS;

    private static final long START_MILLIS = 120_000;
    private static final int MAX_WORKERS = 50;
    private static final String ERRORS = "errors.log";
    private static final String END_OF_OUTPUT = "\u0000";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final long seed;
    private final @Nullable Path model;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Map<String, List<String>> told = new TreeMap<>();

    /**
     * @param folder for the files
     * @param model folder of a model whose files are mutated too; null for none
     */
    FuzzRun(Path folder, long seed, @Nullable Path model) {
        this.folder = folder;
        this.seed = seed;
        this.model = model;
    }

    /**
     * Reads the files from {@code first} to before {@code end}.
     *
     * @throws IOException if no worker can be started
     */
    Report run(int first, int end) throws IOException, InterruptedException {
        int next = first;
        for (int workers = 0; next < end; workers++) {
            if (workers == MAX_WORKERS) {
                throw new IOException("Too many workers ended before their work was done.");
            }
            next = work(next, end);
        }
        return Report.of(seed, verdicts, told);
    }

    private int work(int from, int end) throws IOException, InterruptedException {
        Process worker = start(from, end);
        BlockingQueue<String> lines = new ArrayBlockingQueue<>(1024);
        Thread reader = Thread.ofPlatform().daemon().start(() -> pass(worker, lines));
        String[] at = new String[0];
        int next = from;
        try {
            while (next < end) {
                String line =
                        lines.poll(
                                at.length == 0 ? START_MILLIS : PATIENCE_MILLIS,
                                TimeUnit.MILLISECONDS);
                if (line == null || line.equals(END_OF_OUTPUT)) {
                    if (at.length == 0 || Integer.parseInt(at[0]) < next) {
                        throw new IOException("The worker did not start: " + errors());
                    }
                    verdicts.add(ended(at, line == null ? Outcome.HUNG : Outcome.CRASHED));
                    return Integer.parseInt(at[0]) + 1;
                }
                String[] parts = line.split(" ", 2);
                switch (parts[0]) {
                    case "begin" -> at = parts[1].split(" ", 3);
                    case "end" -> {
                        Verdict verdict = JSON.readValue(parts[1], Verdict.class);
                        verdicts.add(verdict);
                        next = verdict.number() + 1;
                    }
                    case "formats", "missing" ->
                            told.put(parts[0], List.of(JSON.readValue(parts[1], String[].class)));
                    default -> {
                        // What a library prints is none of this protocol.
                    }
                }
            }
            return next;
        } finally {
            worker.destroyForcibly().waitFor();
            reader.join();
        }
    }

    private String errors() throws IOException {
        String text = Files.readString(folder.resolve(ERRORS));
        return text.substring(0, Math.min(2000, text.length()));
    }

    private static Verdict ended(String[] at, Outcome outcome) {
        return new Verdict(Integer.parseInt(at[0]), at[2], at[1], outcome, 0, 0, 0, 0, 0, 0, "");
    }

    private Process start(int from, int end) throws IOException {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                // All of the heap at once: what grows then is native.
                                "-Xms640m",
                                "-Xmx640m",
                                "-XX:+AlwaysPreTouch",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-CreateCoredumpOnCrash",
                                "-XX:ErrorFile=" + folder.resolve("crash-%p.log"),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Djava.awt.headless=true",
                                "-Dtonalyst.logs=" + folder.resolve("logs"),
                                "-cp",
                                classPath,
                                FuzzWorker.class.getName()));
        command.addAll(
                Arrays.asList(
                        folder.toString(),
                        Long.toString(seed),
                        Integer.toString(from),
                        Integer.toString(end),
                        model == null ? "-" : model.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve(ERRORS).toFile()))
                .start();
    }

    private static void pass(Process worker, BlockingQueue<String> lines) {
        try (BufferedReader out = worker.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = out.readLine()) != null) {
                lines.put(line);
            }
            lines.put(END_OF_OUTPUT);
        } catch (IOException e) {
            // The worker was ended because it is not needed any more, or hung.
            lines.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What a run came to.
     *
     * @param seed with which it can be repeated
     * @param files read
     * @param outcomes number of files by how they ended
     * @param damages number of files by what was done to them
     * @param p99Millis that 99 % are read within
     * @param slowest the file that takes longest
     * @param mostMemory largest share of the allowed memory, 4 times the file and 64 MB
     * @param largest the file that takes that
     * @param formats that were mutated
     * @param missing formats of which this FFmpeg can make no good file
     * @param problems what was not as it should be
     */
    record Report(
            long seed,
            int files,
            Map<String, Integer> outcomes,
            Map<String, Integer> damages,
            double p99Millis,
            String slowest,
            double mostMemory,
            String largest,
            List<String> formats,
            List<String> missing,
            List<String> problems) {
        static Report of(long seed, List<Verdict> verdicts, Map<String, List<String>> told) {
            Map<String, Integer> outcomes = new TreeMap<>();
            Map<String, Integer> damages = new TreeMap<>();
            for (Verdict v : verdicts) {
                outcomes.merge(v.outcome().name(), 1, Integer::sum);
                damages.merge(v.damage(), 1, Integer::sum);
            }
            List<Double> times = verdicts.stream().map(Verdict::millis).sorted().toList();
            return new Report(
                    seed,
                    verdicts.size(),
                    outcomes,
                    damages,
                    times.get((int) (0.99 * (times.size() - 1))),
                    line(most(verdicts, Verdict::millis)),
                    most(verdicts, Verdict::memory).memory(),
                    line(most(verdicts, Verdict::memory)),
                    told.getOrDefault("formats", List.of()),
                    told.getOrDefault("missing", List.of()),
                    verdicts.stream()
                            .filter(v -> !v.isGood())
                            .sorted(Comparator.comparingInt(Verdict::number))
                            .map(Report::line)
                            .toList());
        }

        private static Verdict most(List<Verdict> verdicts, ToDoubleFunction<Verdict> of) {
            return Collections.max(verdicts, Comparator.comparingDouble(of));
        }

        private static String line(Verdict v) {
            return "file %d, %s, %s (%d bytes, %.0f ms, heap %.1f MB, native %.1f MB) %s"
                    .formatted(
                            v.number(),
                            v.format(),
                            v.damage(),
                            v.bytes(),
                            v.millis(),
                            v.heapBytes() / 1e6,
                            v.nativeBytes() / 1e6,
                            v.problem().isEmpty() ? v.outcome() : v.problem());
        }
    }
}
