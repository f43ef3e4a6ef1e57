// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.bench;

import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.Signal;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The same batch of clips by the plain command and by Spark, in processes of their own. */
final class SparkBatch {
    static final int CLIPS = 500;
    private static final int SECONDS = 4;

    private final Path work;
    private final Path clips;

    /**
     * @param work folder for clips and results; made if missing
     */
    SparkBatch(Path work) {
        this.work = work;
        this.clips = work.resolve("clips");
    }

    /**
     * One process from its start to its end.
     *
     * @param cpu processor time of it, to about a tenth of a second: it is read until the end
     * @param results what it kept of each clip, by file name
     */
    record Run(Duration elapsed, Duration cpu, Map<String, String> results) {}

    /** Cuts the sample recordings into clips, over and over, until there are enough. */
    void cut(Path recordings) throws IOException, RecordingException {
        Files.createDirectories(clips);
        List<Path> files;
        try (Stream<Path> found = Files.list(recordings)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        List<Signal> sounds = new ArrayList<>();
        for (Path file : files) {
            Signal sound =
                    new FfmpegDecoder().decode(file, new CancelToken(), ProgressSink.NONE).signal();
            if (sound.frames() >= length(sound)) {
                sounds.add(sound);
            }
        }
        if (sounds.isEmpty()) {
            throw new IOException(recordings + " has no recording of " + SECONDS + " s.");
        }
        for (int made = 0; made < CLIPS; made++) {
            Signal sound = sounds.get(made % sounds.size());
            int length = length(sound);
            // Half a clip further each round, and around the end; no two clips are the same bytes.
            long further = (long) (made / sounds.size()) * (length / 2 + 1);
            int from = (int) (further % (sound.frames() - length + 1));
            float[] part = Arrays.copyOfRange(sound.mixdown(), from, from + length);
            new WavWriter()
                    .write(
                            clips.resolve("clip-%03d.wav".formatted(made)),
                            new Signal(sound.sampleRate(), part));
        }
    }

    private static int length(Signal sound) {
        return SECONDS * sound.sampleRate().hertz();
    }

    /** {@code tonalyst analyse} on two recordings at a time. */
    Run plain(Path launcher) throws IOException, InterruptedException {
        Path out = work.resolve("plain");
        return run(out, launcher, "analyse", clips, "--jobs", "2", "--export", "csv", "-o", out);
    }

    /** {@code tonalyst-spark --master local[2]}. */
    Run spark(Path launcher) throws IOException, InterruptedException {
        Path out = work.resolve("spark");
        return run(out, launcher, "--master", "local[2]", "-o", out, clips);
    }

    private Run run(Path out, Object... command) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        for (Object word : command) {
            words.add(String.valueOf(word));
        }
        long before = System.nanoTime();
        Process process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(work.resolve("said.txt").toFile())
                        .start();
        Duration cpu = Duration.ZERO;
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            cpu = process.info().totalCpuDuration().orElse(cpu);
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    String.join(" ", words)
                            + " ended with "
                            + process.exitValue()
                            + ": "
                            + Files.readString(work.resolve("said.txt")).strip());
        }
        return new Run(
                Duration.ofNanos(System.nanoTime() - before),
                cpu,
                results(out.resolve("analyses")));
    }

    private static Map<String, String> results(Path folder) throws IOException {
        Map<String, String> results = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                results.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return results;
    }
}
