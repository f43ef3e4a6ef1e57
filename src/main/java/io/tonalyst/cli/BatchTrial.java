// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.sun.management.OperatingSystemMXBean;
import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.library.BatchAnalysis;
import io.tonalyst.library.ModelKey;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.samples.SpeechLikeCall;
import io.tonalyst.work.CancelToken;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Batches over made-up recordings, run here or in a process that is killed. */
final class BatchTrial {
    private static final int TELEPHONE_HZ = 8_000;

    /** Different calls; the others are copies of them. */
    private static final int CALLS = 10;

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(20);

    private final Path folder;
    private final EmotionModel model;
    private final List<Path> recordings = new ArrayList<>();

    /**
     * How a batch went.
     *
     * @param taken results taken over from before
     * @param repeated recordings that were analysed although their result was kept
     * @param reports how often progress was told
     * @param stopMillis from the cancelling to the end; NaN if it was not cancelled
     */
    record Part(
            int taken,
            int repeated,
            int failed,
            int reports,
            double elapsedSeconds,
            double cpuSeconds,
            double stopMillis) {}

    /**
     * @param folder for recordings and results
     */
    BatchTrial(Path folder, EmotionModel model) {
        this.folder = folder;
        this.model = model;
    }

    int threads() {
        return Math.min(4, Runtime.getRuntime().availableProcessors());
    }

    /** Makes the recordings, the middle one of random bytes. */
    void make(int count, int seconds) throws IOException, RecordingException {
        Path calls = Files.createDirectory(folder.resolve("calls"));
        for (int i = 0; i < count; i++) {
            Path file = calls.resolve("call-%05d.wav".formatted(i));
            if (i == count / 2) {
                byte[] noise = new byte[100_000];
                new Random(1).nextBytes(noise);
                Files.write(file, noise);
            } else if (i < CALLS) {
                new WavWriter().write(file, SpeechLikeCall.render(TELEPHONE_HZ, seconds, i));
            } else {
                Path first = recordings.get(i % CALLS == count / 2 ? 0 : i % CALLS);
                Files.copy(first, file);
            }
            recordings.add(file);
        }
    }

    /**
     * Runs a batch here, going on with what is kept.
     *
     * @param results name of the folder of the results
     * @param cancelAt cancelled when so many are done, those from before among them
     */
    Part run(String results, int cancelAt) throws IOException {
        var batch = new BatchAnalysis(new FfmpegDecoder(), model, Optional.of(store(results)));
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var cancel = new CancelToken();
        var done = new AtomicInteger();
        var taken = new AtomicInteger();
        var failed = new AtomicInteger();
        var reports = new AtomicInteger();
        var cancelled = new AtomicLong();
        var repeated = new AtomicInteger();
        boolean[] known = new boolean[recordings.size()];
        ModelKey key = ModelKey.of(model.description());
        for (int i = 0; i < known.length; i++) {
            known[i] = store(results).find(recordings.get(i), key).isPresent();
        }
        long start = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        double stop = Double.NaN;
        try {
            batch.run(
                    recordings,
                    true,
                    threads(),
                    result -> {
                        boolean bad = result.analysis().problem().isPresent();
                        failed.addAndGet(bad ? 1 : 0);
                        if (known[result.index()]) {
                            (result.recording().isPresent() ? repeated : taken).incrementAndGet();
                        }
                        if (done.incrementAndGet() == cancelAt) {
                            cancelled.set(System.nanoTime());
                            cancel.cancel();
                        }
                    },
                    cancel,
                    (fraction, message) -> reports.incrementAndGet());
        } catch (CancellationException e) {
            stop = (System.nanoTime() - cancelled.get()) / 1e6;
        }
        return new Part(
                taken.get(),
                repeated.get(),
                failed.get(),
                reports.get(),
                (System.nanoTime() - start) / 1e9,
                (system.getProcessCpuTime() - cpu) / 1e9,
                stop);
    }

    /** Results that are kept. */
    int kept(String results) throws IOException {
        Path kept = folder.resolve(results).resolve(AnalysisExport.RESULTS);
        if (!Files.isDirectory(kept)) {
            return 0;
        }
        try (var files = Files.list(kept)) {
            return (int) files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }

    /**
     * Runs the batch in a process of its own and kills that, which cannot prepare for it.
     *
     * @param after results kept by then
     * @return results kept when it was dead
     */
    int kill(Path launcher, String results, int after) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                launcher.toAbsolutePath().toString(),
                                "analyse",
                                folder.resolve("calls").toString(),
                                "--out",
                                folder.resolve(results).toString())
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start();
        try {
            long start = System.nanoTime();
            while (kept(results) < after) {
                if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
                    throw new IOException(
                            "The batch in a second process ended before it could be killed; give"
                                    + " more --recordings.");
                }
                Thread.sleep(5);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return kept(results);
    }

    private AnalysisStore store(String results) {
        return new AnalysisStore(folder.resolve(results).resolve(AnalysisExport.RESULTS));
    }
}
