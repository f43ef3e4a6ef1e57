// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.RecordingAnalyser;
import io.tonalyst.recording.OpenedRecording;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.RecordingFacts;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SampleStore;
import io.tonalyst.signal.Samples;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.Failures;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Analyses many recordings, several at a time: while the network answers for one, others are
 * decoded. Each result is kept as soon as it is there, so that a batch that was stopped in whatever
 * way goes on where it was. A recording that cannot be read does not stop the others.
 */
public final class BatchAnalysis {
    private static final Logger LOG = LoggerFactory.getLogger(BatchAnalysis.class);

    private final RecordingOpener opener;
    private final EmotionModel model;
    private final RecordingAnalyser analyser;
    private final Optional<AnalysisStore> store;

    /**
     * @param store keeps the results; empty to keep none
     */
    public BatchAnalysis(
            RecordingDecoder decoder, EmotionModel model, Optional<AnalysisStore> store) {
        this.opener = new RecordingOpener(decoder, SampleStore.ofUser());
        this.model = model;
        this.analyser = new RecordingAnalyser(model);
        this.store = store;
    }

    /**
     * One result as it comes.
     *
     * @param index of the recording in the list
     * @param recording decoded, unless the result was kept from before or there is a problem; its
     *     sound is closed when the receiver returns
     */
    public record Result(int index, StoredAnalysis analysis, Optional<OpenedRecording> recording) {}

    /** Takes results, on the threads that made them, possibly several at once. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * Called before the result is kept: what fails here is done again the next time.
         *
         * @throws IOException with one sentence if the result cannot be used; ends the batch
         */
        void accept(Result result) throws IOException;
    }

    /**
     * Runs a batch and returns when it is done.
     *
     * @param resume whether results kept from before count
     * @param threads recordings at a time, at least 1
     * @throws CancellationException if cancelled; what was done is kept
     * @throws IOException with one sentence if results cannot be kept or used
     */
    public void run(
            List<Path> recordings,
            boolean resume,
            int threads,
            Receiver receiver,
            CancelToken cancel,
            ProgressSink progress)
            throws IOException {
        var next = new AtomicInteger();
        var done = new AtomicInteger();
        List<Exception> failures = Collections.synchronizedList(new ArrayList<>());
        Runnable worker =
                () -> {
                    int i;
                    while ((i = next.getAndIncrement()) < recordings.size()
                            && failures.isEmpty()
                            && !cancel.isCancelled()) {
                        try {
                            one(i, recordings.get(i), resume, receiver, cancel);
                            report(progress, done.incrementAndGet(), recordings.size());
                        } catch (IOException | RuntimeException e) {
                            failures.add(e);
                        }
                    }
                };
        ExecutorService pool =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("batch-", 1).factory());
        for (int t = 0; t < threads; t++) {
            pool.execute(worker);
        }
        pool.shutdown();
        await(pool, cancel);
        cancel.throwIfCancelled();
        if (!failures.isEmpty()) {
            switch (failures.getFirst()) {
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                case Exception e -> throw new IllegalStateException(e);
            }
        }
    }

    private static void report(ProgressSink progress, int done, int all) {
        progress.report((double) done / all, done + " of " + all);
    }

    private static void await(ExecutorService pool, CancelToken cancel) {
        try {
            while (!pool.awaitTermination(1, TimeUnit.HOURS)) {
                LOG.info("A batch is still running");
            }
        } catch (InterruptedException e) {
            cancel.cancel();
            Thread.currentThread().interrupt();
        }
    }

    private void one(
            int index, Path recording, boolean resume, Receiver receiver, CancelToken cancel)
            throws IOException {
        ModelKey key = ModelKey.of(model.description());
        Optional<StoredAnalysis> kept =
                resume ? store.flatMap(s -> s.find(recording, key)) : Optional.empty();
        if (kept.isPresent()) {
            receiver.accept(new Result(index, kept.get(), Optional.empty()));
            return;
        }
        Path file = recording.toAbsolutePath().normalize();
        FileStamp stamp = FileStamp.of(file);
        StoredAnalysis analysis;
        try {
            OpenedRecording decoded = opener.read(recording, cancel, ProgressSink.NONE);
            try (Samples sound = decoded.samples()) {
                PredictionTimeline timeline = analyser.analyse(sound, cancel, ProgressSink.NONE);
                analysis = analysis(decoded, file, stamp, key, timeline);
                receiver.accept(new Result(index, analysis, Optional.of(decoded)));
            }
        } catch (RecordingException e) {
            LOG.warn("{} cannot be analysed", recording, e);
            analysis = StoredAnalysis.failed(file, stamp, key, Failures.sentence(e));
            receiver.accept(new Result(index, analysis, Optional.empty()));
        } catch (OutOfMemoryError e) {
            LOG.warn("{} does not fit into the memory", recording, e);
            String sentence = recording + " is not analysed. " + Failures.sentence(e);
            // Not kept: with more memory, or fewer recordings at a time, it will be.
            receiver.accept(
                    new Result(
                            index,
                            StoredAnalysis.failed(file, stamp, key, sentence),
                            Optional.empty()));
            return;
        }
        if (store.isPresent()) {
            store.get().save(analysis);
        }
    }

    private static StoredAnalysis analysis(
            OpenedRecording recording,
            Path file,
            FileStamp stamp,
            ModelKey key,
            PredictionTimeline timeline) {
        return new StoredAnalysis(
                file,
                stamp,
                key,
                recording.facts().map(RecordingFacts::format).orElse(""),
                recording.samples().sampleRate().hertz(),
                recording.facts().flatMap(RecordingFacts::damage),
                Optional.empty(),
                Optional.of(timeline));
    }
}
