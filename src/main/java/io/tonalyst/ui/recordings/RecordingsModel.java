// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.recording.AudioFiles;
import io.tonalyst.recording.Recording;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.review.Review;
import io.tonalyst.session.SessionDocument.Entry;
import io.tonalyst.signal.Signal;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The opened recordings and the one in front. Decodes and analyses in the background, each file for
 * itself, so that a bad one does not stop the others. Used on the UI thread only, except for the
 * work itself.
 */
public final class RecordingsModel implements AutoCloseable {
    private final RecordingDecoder decoder;
    private final Function<float[], WaveSummary> summariser;
    private final CompletableFuture<EmotionAnalysis> analysis;
    private final JobRunner runner;
    private final Executor ui;
    private final StatusReporter reporter;
    private final Listeners listeners = new Listeners();
    private final List<RecordingSession> sessions = new ArrayList<>();
    private final Map<RecordingSession, CancelToken> running = new HashMap<>();
    private final Map<Path, Entry> closedEntries = new LinkedHashMap<>();
    private @Nullable RecordingSession front;
    private boolean closed;

    /**
     * @param summariser makes the summary of a channel that the waveform is drawn from
     * @param analysis completed when the emotion model is loaded, exceptionally with a one-sentence
     *     message when it cannot be
     * @param ui runs tasks on the UI thread
     */
    RecordingsModel(
            RecordingDecoder decoder,
            Function<float[], WaveSummary> summariser,
            CompletableFuture<EmotionAnalysis> analysis,
            JobRunner runner,
            Executor ui,
            StatusReporter reporter) {
        this.decoder = decoder;
        this.summariser = summariser;
        this.analysis = analysis;
        this.runner = runner;
        this.ui = ui;
        this.reporter = reporter;
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
                outcome -> {
                    switch (outcome) {
                        case JobOutcome.Done<List<Path>>(List<Path> files) when files.isEmpty() ->
                                reporter.say("There are no recordings in the dropped folder.");
                        case JobOutcome.Done<List<Path>>(List<Path> files) -> openFiles(files);
                        case JobOutcome.Failed<List<Path>>(Exception cause) ->
                                reporter.problem(Failures.sentence(cause));
                        case JobOutcome.Cancelled<List<Path>>() -> {}
                    }
                });
    }

    private void openFiles(List<Path> files) {
        RecordingSession first = null;
        for (Path file : files) {
            RecordingSession session =
                    sessions.stream()
                            .filter(s -> s.file().equals(file))
                            .findFirst()
                            .orElseGet(() -> start(file));
            first = first == null ? session : first;
        }
        if (first != null) {
            front = first;
            listeners.fire();
        }
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
        stopWork(session);
        sessions.remove(index);
        remember(session.entry());
        if (front == session) {
            front = sessions.isEmpty() ? null : sessions.get(Math.min(index, sessions.size() - 1));
        }
        listeners.fire();
    }

    @Override
    public void close() {
        closed = true;
        List.copyOf(running.keySet()).forEach(this::stopWork);
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
        Job<Sound> job =
                (cancel, progress) -> {
                    Recording recording = decoder.decode(file, cancel, progress);
                    return summarised(recording, cancel);
                };
        run(
                session,
                "Decoding " + session.name(),
                job,
                fraction -> session.setStatus(new SessionStatus.Decoding(fraction)),
                outcome -> decoded(session, outcome));
        return session;
    }

    private Sound summarised(Recording recording, CancelToken cancel) {
        List<WaveSummary> waves = new ArrayList<>();
        for (int c = 0; c < recording.signal().channels(); c++) {
            cancel.throwIfCancelled();
            waves.add(summariser.apply(recording.signal().channel(c)));
        }
        return new Sound(recording, waves);
    }

    private void decoded(RecordingSession session, JobOutcome<Sound> outcome) {
        switch (outcome) {
            case JobOutcome.Done<Sound>(Sound sound) -> {
                session.setSound(sound, new SessionStatus.WaitingForModel());
                sound.recording().damage().ifPresent(reporter::problem);
                analysis.whenComplete(
                        (ready, failure) ->
                                ui.execute(() -> analyse(session, sound, ready, failure)));
            }
            case JobOutcome.Failed<Sound>(Exception cause) -> {
                session.setStatus(new SessionStatus.Problem(Failures.sentence(cause)));
                reporter.problem(Failures.sentence(cause));
            }
            case JobOutcome.Cancelled<Sound>() ->
                    session.setStatus(
                            new SessionStatus.Problem(
                                    "Reading was cancelled; open the file again to go on."));
        }
    }

    private void analyse(
            RecordingSession session,
            Sound sound,
            @Nullable EmotionAnalysis ready,
            @Nullable Throwable failure) {
        if (closed || !sessions.contains(session)) {
            return;
        }
        if (ready == null) {
            String reason =
                    failure == null ? "There is no emotion model." : Failures.sentence(failure);
            session.setStatus(new SessionStatus.NotAnalysed(reason));
            return;
        }
        Signal signal = sound.signal();
        session.setStatus(new SessionStatus.Analysing(Double.NaN));
        Job<PredictionTimeline> job = (cancel, progress) -> ready.analyse(signal, cancel, progress);
        run(
                session,
                "Analysing " + session.name(),
                job,
                fraction -> session.setStatus(new SessionStatus.Analysing(fraction)),
                outcome -> analysed(session, outcome));
    }

    private void analysed(RecordingSession session, JobOutcome<PredictionTimeline> outcome) {
        switch (outcome) {
            case JobOutcome.Done<PredictionTimeline>(PredictionTimeline timeline) -> {
                session.setTimeline(timeline);
                reporter.say(session.name() + " is analysed.");
            }
            case JobOutcome.Failed<PredictionTimeline>(Exception cause) -> {
                session.setStatus(new SessionStatus.NotAnalysed(Failures.sentence(cause)));
                reporter.problem(session.name() + ": " + Failures.sentence(cause));
            }
            case JobOutcome.Cancelled<PredictionTimeline>() ->
                    session.setStatus(
                            new SessionStatus.NotAnalysed(
                                    "The analysis was cancelled; close and open the file to run"
                                            + " it."));
        }
    }

    /** Runs work for a session and delivers its progress and outcome on the UI thread. */
    private <T> void run(
            RecordingSession session,
            String name,
            Job<T> job,
            Consumer<Double> onProgress,
            Consumer<JobOutcome<T>> onOutcome) {
        var current = new CancelToken[1];
        var progress =
                new CoarseProgress(
                        fraction ->
                                ui.execute(
                                        () -> {
                                            CancelToken token = current[0];
                                            if (token != null && running.get(session) == token) {
                                                onProgress.accept(fraction);
                                                reporter.progress(
                                                        name, Math.min(fraction, 0.999), token);
                                            }
                                        }));
        CancelToken token =
                submit(
                        job,
                        progress,
                        outcome -> {
                            CancelToken done = current[0];
                            running.remove(session);
                            if (done != null) {
                                reporter.progress(name, 1, done);
                            }
                            if (!closed && sessions.contains(session)) {
                                onOutcome.accept(outcome);
                            }
                        });
        current[0] = token;
        running.put(session, token);
    }

    private <T> CancelToken submit(
            Job<T> job, ProgressSink progress, Consumer<JobOutcome<T>> outcome) {
        return runner.submit(job, progress, o -> ui.execute(() -> outcome.accept(o)));
    }

    private void stopWork(RecordingSession session) {
        CancelToken token = running.get(session);
        if (token != null) {
            token.cancel();
        }
    }
}
