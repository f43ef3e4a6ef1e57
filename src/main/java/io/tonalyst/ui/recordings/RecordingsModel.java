// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.recording.AudioFiles;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.review.Review;
import io.tonalyst.session.SessionDocument.Entry;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.Failures;
import io.tonalyst.work.Job;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The opened recordings and the one in front. Decodes and analyses in the background, each file for
 * itself, so that a bad one does not stop the others. Used on the UI thread only, except for the
 * work itself.
 */
public final class RecordingsModel implements AutoCloseable {
    private final CompletableFuture<EmotionAnalysis> analysis;
    private final JobRunner runner;
    private final SessionWork work;
    private final Executor ui;
    private final StatusReporter reporter;
    private final Listeners listeners = new Listeners();
    private final List<RecordingSession> sessions = new ArrayList<>();
    private final Map<Path, Entry> closedEntries = new LinkedHashMap<>();
    private @Nullable RecordingSession front;

    /**
     * @param analysis completed when the emotion model is loaded, exceptionally with a one-sentence
     *     message when it cannot be
     * @param ui runs tasks on the UI thread
     */
    RecordingsModel(
            RecordingOpener opener,
            CompletableFuture<EmotionAnalysis> analysis,
            JobRunner runner,
            Executor ui,
            StatusReporter reporter) {
        this.analysis = analysis;
        this.runner = runner;
        this.ui = ui;
        this.reporter = reporter;
        this.work = new SessionWork(opener, analysis, runner, ui, reporter);
    }

    /** The opened files in the order of opening. */
    public List<RecordingSession> sessions() {
        return List.copyOf(sessions);
    }

    /** The recording in front, if any is open. */
    public Optional<RecordingSession> front() {
        return Optional.ofNullable(front);
    }

    /** Name of the model that is asked; empty while it is loading. */
    String modelName() {
        return analysis.isDone() && !analysis.isCompletedExceptionally()
                ? analysis.join().model()
                : "";
    }

    /** Calls {@code listener} when files are opened, closed or brought to the front. */
    Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /**
     * Opens files and the recordings in folders; a file that is open already comes to the front.
     */
    public void open(List<Path> filesAndFolders) {
        if (filesAndFolders.stream().noneMatch(Files::isDirectory)) {
            openFiles(filesAndFolders);
            return;
        }
        Job<List<Path>> job = (cancel, progress) -> AudioFiles.expand(filesAndFolders, cancel);
        submit(
                job,
                ProgressSink.NONE,
                outcome ->
                        outcome.settle(
                                this::openDropped,
                                cause -> reporter.problem(Failures.sentence(cause))));
    }

    private void openDropped(List<Path> files) {
        if (files.isEmpty()) {
            reporter.say("There are no recordings in the dropped folder.");
        } else {
            openFiles(files);
        }
    }

    private void openFiles(List<Path> files) {
        RecordingSession first = null;
        for (Path file : files) {
            RecordingSession session = opened(file).orElseGet(() -> start(file));
            first = first == null ? session : first;
        }
        if (first != null) {
            front = first;
            listeners.fire();
        }
    }

    /** Asks the model anew for a recording whose result was kept, or that was not analysed. */
    public void analyseAgain(RecordingSession session) {
        work.analyseAgain(session);
    }

    /** Whether {@link #analyseAgain} would do something. */
    public boolean canAnalyse(RecordingSession session) {
        return work.canAnalyse(session);
    }

    /** Brings an opened recording to the front. */
    public void bringToFront(RecordingSession session) {
        if (front != session && sessions.contains(session)) {
            front = session;
            listeners.fire();
        }
    }

    /** Closes one recording and stops work on it. */
    public void close(RecordingSession session) {
        int index = sessions.indexOf(session);
        if (index < 0) {
            return;
        }
        sessions.remove(index);
        remember(session.entry());
        if (front == session) {
            front = sessions.isEmpty() ? null : sessions.get(Math.min(index, sessions.size() - 1));
        }
        // Told first: whoever draws or plays it lets go of it.
        listeners.fire();
        work.end(session);
    }

    @Override
    public void close() {
        work.close();
    }

    /** What is said of the opened recordings and of those closed before. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        sessions.forEach(s -> entries.add(s.entry()));
        entries.addAll(closedEntries.values());
        return entries;
    }

    /** What is said of a recording, open or not. */
    public Review review(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Entry closedEntry = closedEntries.get(absolute);
        return closedEntry != null
                ? closedEntry.review()
                : opened(absolute).map(RecordingSession::review).orElse(Review.NONE);
    }

    /**
     * Takes up recordings with what was said and seen of them before; those that were open are
     * opened. A recording that is gone is kept in the list, with one sentence.
     *
     * @param wantedFront comes to the front if it is among them
     */
    public void restore(List<Entry> entries, Optional<Path> wantedFront) {
        for (Entry entry : entries) {
            Optional<RecordingSession> open = opened(entry.file());
            if (open.isPresent() || entry.open()) {
                RecordingSession session = open.orElseGet(() -> start(entry.file()));
                session.restore(entry.review(), entry.view());
            } else {
                remember(entry);
            }
        }
        wantedFront
                .flatMap(this::opened)
                .or(() -> front().or(() -> sessions.stream().findFirst()))
                .ifPresent(session -> front = session);
        listeners.fire();
    }

    /** Closes all recordings and forgets what was said of them. */
    public void clear() {
        List.copyOf(sessions).forEach(this::close);
        closedEntries.clear();
    }

    private void remember(Entry entry) {
        if (entry.review().isEmpty()) {
            closedEntries.remove(entry.file());
        } else {
            closedEntries.put(
                    entry.file(), new Entry(entry.file(), false, entry.review(), entry.view()));
        }
    }

    private Optional<RecordingSession> opened(Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        return sessions.stream()
                .filter(s -> s.file().toAbsolutePath().normalize().equals(wanted))
                .findFirst();
    }

    private RecordingSession start(Path file) {
        var session = new RecordingSession(file);
        sessions.add(session);
        Entry before = closedEntries.remove(file.toAbsolutePath().normalize());
        if (before != null) {
            session.restore(before.review(), before.view());
        }
        work.start(session);
        return session;
    }

    private <T> CancelToken submit(
            Job<T> job, ProgressSink progress, Consumer<JobOutcome<T>> outcome) {
        return runner.submit(job, progress, o -> ui.execute(() -> outcome.accept(o)));
    }
}
