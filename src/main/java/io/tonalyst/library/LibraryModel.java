// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.interchange.AnalysisFormat;
import io.tonalyst.recording.AudioFiles;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.review.Review;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.Failures;
import io.tonalyst.work.Job;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The recordings of the library: taken in from files and folders, analysed in a batch that can be
 * cancelled and gone on with, watched for. Used on the UI thread only, except for the work itself.
 */
public final class LibraryModel implements AutoCloseable {
    /** Recordings taken in at most. */
    public static final int MAX_RECORDINGS = 20_000;

    private static final String JOB = "Analysing the library";
    private static final String EXPORT = "Exporting from the library";

    private final RecordingDecoder decoder;
    private final CompletableFuture<EmotionModel> model;
    private final AnalysisStore store;
    private final Executor ui;
    private final Reports reports;
    private final JobRunner runner = new JobRunner("library", 2);
    private final FolderWatch watch;
    private final Map<Path, LibraryEntry> entries = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Optional<NamePattern> pattern = Optional.empty();
    private @Nullable CancelToken running;
    private boolean closed;

    /** What is told of the work; called on any thread. */
    public interface Reports {
        void say(String sentence);

        void problem(String sentence);

        /**
         * How far a job is.
         *
         * @param fraction 0 to 1; 1 ends the job
         */
        void progress(String job, double fraction, CancelToken cancel);
    }

    /**
     * @param model completed when it is loaded, exceptionally when it cannot be
     * @param ui runs tasks on the UI thread
     */
    public LibraryModel(
            RecordingDecoder decoder,
            CompletableFuture<EmotionModel> model,
            AnalysisStore store,
            Executor ui,
            Reports reports) {
        this.decoder = decoder;
        this.model = model;
        this.store = store;
        this.ui = ui;
        this.reports = reports;
        this.watch = new FolderWatch(found -> ui.execute(() -> takeIn(found)));
        watch.start(Duration.ofSeconds(3));
        // Results that were kept belong to a model; before it is known they cannot be looked up.
        var _ = model.whenComplete((ready, failure) -> ui.execute(this::lookUp));
    }

    /** The recordings in the order they were taken in. */
    public List<LibraryEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** Calls {@code listener} after every change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public boolean isRunning() {
        return running != null;
    }

    public Optional<NamePattern> pattern() {
        return pattern;
    }

    /** Reads agent and start time from the names anew; empty reads nothing. */
    public void setPattern(Optional<NamePattern> next) {
        pattern = next;
        entries.replaceAll((file, entry) -> entry.with(call(file)));
        fire();
    }

    public Set<Path> watched() {
        return watch.folders();
    }

    /** Takes in the recordings of a folder now and whenever new ones come. */
    public void watch(Path folder) {
        watch.add(folder);
        add(List.of(folder));
    }

    public void unwatch(Path folder) {
        watch.remove(folder);
        fire();
    }

    /** Takes in files and the recordings in folders. */
    public void add(List<Path> filesAndFolders) {
        Job<List<Path>> job =
                (cancel, progress) -> AudioFiles.expand(filesAndFolders, MAX_RECORDINGS, cancel);
        runner.submit(
                job,
                ProgressSink.NONE,
                outcome -> {
                    switch (outcome) {
                        case JobOutcome.Done<List<Path>>(List<Path> files) ->
                                ui.execute(() -> takeIn(files));
                        case JobOutcome.Failed<List<Path>>(Exception cause) ->
                                reports.problem(Failures.sentence(cause));
                        case JobOutcome.Cancelled<List<Path>> cancelled -> {}
                    }
                });
    }

    /** Leaves recordings out; their files and kept results stay. */
    public void remove(List<Path> files) {
        files.forEach(entries::remove);
        fire();
    }

    /** Leaves everything out. */
    public void clear() {
        cancel();
        entries.clear();
        watch.folders().forEach(watch::remove);
        fire();
    }

    private void takeIn(List<Path> files) {
        int before = entries.size();
        for (Path file : files) {
            if (entries.size() >= MAX_RECORDINGS) {
                reports.problem(
                        "The library holds "
                                + MAX_RECORDINGS
                                + " recordings at most; the others were left out.");
                break;
            }
            Path absolute = file.toAbsolutePath().normalize();
            entries.computeIfAbsent(
                    absolute,
                    f -> new LibraryEntry(f, call(f), LibraryEntry.State.NEW, Optional.empty()));
        }
        if (entries.size() > before) {
            reports.say(entries.size() - before + " recordings taken into the library.");
            lookUp();
        }
        fire();
    }

    private CallName call(Path file) {
        return pattern.map(p -> p.read(file)).orElse(CallName.NONE);
    }

    /** Finds the results that were kept from before. */
    private void lookUp() {
        if (closed || !model.isDone() || model.isCompletedExceptionally()) {
            return;
        }
        EmotionModel ready = model.join();
        List<Path> unknown = files(LibraryEntry.State.NEW);
        Job<List<StoredAnalysis>> job =
                (cancel, progress) -> {
                    List<StoredAnalysis> found = new ArrayList<>();
                    ModelKey key = ModelKey.of(ready.description());
                    for (Path file : unknown) {
                        cancel.throwIfCancelled();
                        store.find(file, key).ifPresent(found::add);
                    }
                    return found;
                };
        runner.submit(
                job,
                ProgressSink.NONE,
                outcome -> {
                    if (outcome
                            instanceof
                            JobOutcome.Done<List<StoredAnalysis>>(List<StoredAnalysis> found)) {
                        ui.execute(
                                () -> {
                                    found.forEach(this::show);
                                    fire();
                                });
                    }
                });
    }

    /** Analyses all recordings that have no result yet. */
    public void analyse() {
        if (running != null) {
            return;
        }
        if (!model.isDone()) {
            reports.say("The emotion model is still loading; try again in a moment.");
            return;
        }
        if (model.isCompletedExceptionally()) {
            reports.problem("There is no emotion model, so nothing can be analysed.");
            return;
        }
        List<Path> files = files(LibraryEntry.State.NEW);
        files.forEach(f -> set(f, LibraryEntry.State.WAITING, Optional.empty()));
        var batch = new BatchAnalysis(decoder, model.join(), Optional.of(store));
        var token = new CancelToken();
        running = token;
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
        Job<Integer> job =
                (cancel, progress) -> {
                    batch.run(
                            files,
                            true,
                            threads,
                            result -> ui.execute(() -> shown(result.analysis())),
                            token,
                            (fraction, text) ->
                                    reports.progress(JOB, Math.min(fraction, 0.999), token));
                    return files.size();
                };
        runner.submit(job, ProgressSink.NONE, outcome -> ui.execute(() -> ended(outcome, token)));
        fire();
    }

    /**
     * Writes the results of recordings into a folder.
     *
     * @param files those without a result are left out
     * @param reviews what a person says of a recording
     */
    public void export(
            List<Path> files, AnalysisFormat format, Path folder, Function<Path, Review> reviews) {
        Set<Path> wanted = Set.copyOf(files);
        List<LibraryEntry> chosen =
                entries.values().stream().filter(e -> wanted.contains(e.file())).toList();
        var export = LibraryExport.of(decoder, chosen, format, folder, reviews);
        if (export.count() == 0) {
            reports.problem("None of these recordings has a result yet: analyse them first.");
            return;
        }
        Job<Integer> job =
                (cancel, progress) ->
                        export.run(
                                cancel,
                                (fraction, name) -> reports.progress(EXPORT, fraction, cancel));
        runner.submit(
                job,
                ProgressSink.NONE,
                outcome -> {
                    reports.progress(EXPORT, 1, new CancelToken());
                    switch (outcome) {
                        case JobOutcome.Done<Integer>(Integer count) ->
                                reports.say(count + " files written to " + folder);
                        case JobOutcome.Failed<Integer>(Exception cause) ->
                                reports.problem(Failures.sentence(cause));
                        case JobOutcome.Cancelled<Integer> cancelled ->
                                reports.say("Stopped; the files written so far are whole.");
                    }
                });
    }

    /** Stops the batch; what was done is kept. */
    public void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    private void ended(JobOutcome<Integer> outcome, CancelToken token) {
        running = null;
        reports.progress(JOB, 1, token);
        files(LibraryEntry.State.WAITING)
                .forEach(f -> set(f, LibraryEntry.State.NEW, Optional.empty()));
        long problems =
                entries.values().stream()
                        .filter(e -> e.state() == LibraryEntry.State.PROBLEM)
                        .count();
        switch (outcome) {
            case JobOutcome.Done<Integer>(Integer count) ->
                    reports.say(
                            count
                                    + " recordings analysed"
                                    + (problems == 0
                                            ? "."
                                            : "; "
                                                    + problems
                                                    + " cannot be used, see their rows."));
            case JobOutcome.Failed<Integer>(Exception cause) ->
                    reports.problem(Failures.sentence(cause));
            case JobOutcome.Cancelled<Integer> cancelled ->
                    reports.say("Stopped; Analyse goes on where it was.");
        }
        fire();
    }

    private void shown(StoredAnalysis analysis) {
        show(analysis);
        fire();
    }

    private void show(StoredAnalysis analysis) {
        set(
                analysis.file(),
                analysis.problem().isPresent()
                        ? LibraryEntry.State.PROBLEM
                        : LibraryEntry.State.READY,
                Optional.of(analysis));
    }

    private void set(Path file, LibraryEntry.State state, Optional<StoredAnalysis> result) {
        entries.computeIfPresent(file, (f, entry) -> entry.with(state, result));
    }

    private List<Path> files(LibraryEntry.State state) {
        Set<Path> files = new LinkedHashSet<>();
        entries.values().stream().filter(e -> e.state() == state).forEach(e -> files.add(e.file()));
        return List.copyOf(files);
    }

    private void fire() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void close() {
        closed = true;
        cancel();
        watch.close();
        runner.close();
    }
}
