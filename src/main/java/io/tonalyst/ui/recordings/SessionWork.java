// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.library.FileStamp;
import io.tonalyst.recording.OpenedRecording;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.Failures;
import io.tonalyst.work.Job;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.MemoryException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is done for each opened recording in the background: decoding, which shows as it goes on,
 * then the analysis. Used on the UI thread only, except for the work itself. The sound of a
 * recording is closed here, when its session ends.
 */
final class SessionWork implements AutoCloseable {
    private final RecordingOpener opener;
    private final CompletableFuture<EmotionAnalysis> analysis;
    private final JobRunner runner;
    private final Executor ui;
    private final StatusReporter reporter;
    private final Map<RecordingSession, CancelToken> running = new HashMap<>();
    private final Set<RecordingSession> alive = new HashSet<>();
    private final Map<RecordingSession, FileStamp> stamps = new HashMap<>();

    /** A decoded file, as it was when decoding began. */
    private record Read(Sound sound, FileStamp stamp) {}

    /**
     * What the model says.
     *
     * @param before whether that was kept from an earlier analysis
     */
    private record Told(PredictionTimeline timeline, boolean before) {}

    SessionWork(
            RecordingOpener opener,
            CompletableFuture<EmotionAnalysis> analysis,
            JobRunner runner,
            Executor ui,
            StatusReporter reporter) {
        this.opener = opener;
        this.analysis = analysis;
        this.runner = runner;
        this.ui = ui;
        this.reporter = reporter;
    }

    /** Decodes a recording, then analyses it. */
    void start(RecordingSession session) {
        alive.add(session);
        Job<Read> job =
                (cancel, progress) -> {
                    FileStamp stamp = FileStamp.of(session.file());
                    return new Read(
                            Sound.of(
                                    opener.open(
                                            session.file(),
                                            begun -> ui.execute(() -> begun(session, begun)),
                                            cancel,
                                            progress)),
                            stamp);
                };
        run(
                session,
                "Decoding " + session.name(),
                job,
                fraction -> session.setStatus(new SessionStatus.Decoding(fraction)),
                outcome -> decoded(session, outcome));
    }

    /** Stops work on a recording and gives its sound back. */
    void end(RecordingSession session) {
        alive.remove(session);
        stamps.remove(session);
        CancelToken token = running.get(session);
        if (token != null) {
            token.cancel();
        }
        session.sound().ifPresent(sound -> sound.samples().close());
        session.dropSound();
    }

    @Override
    public void close() {
        List.copyOf(alive).forEach(this::end);
    }

    private void begun(RecordingSession session, OpenedRecording recording) {
        if (alive.contains(session)) {
            session.setSound(Sound.of(recording), session.status());
        } else {
            recording.samples().close();
        }
    }

    private void decoded(RecordingSession session, JobOutcome<Read> outcome) {
        switch (outcome) {
            case JobOutcome.Done<Read>(Read read) -> {
                Sound sound = read.sound();
                stamps.put(session, read.stamp());
                session.setSound(sound, new SessionStatus.WaitingForModel());
                sound.damage().ifPresent(reporter::problem);
                analyse(session, sound, true);
            }
            case JobOutcome.Failed<Read>(Exception cause) -> {
                String sentence = Failures.sentence(cause);
                drop(session, sentence);
                reporter.problem(
                        cause instanceof MemoryException
                                ? session.name() + " is not opened. " + sentence
                                : sentence);
            }
            case JobOutcome.Cancelled<Read>() ->
                    drop(session, "Reading was cancelled; open the file again to go on.");
        }
    }

    /** What was seen of a recording that could not be read to its end goes again. */
    private static void drop(RecordingSession session, String sentence) {
        session.sound().ifPresent(sound -> sound.samples().close());
        session.dropSound();
        session.setStatus(new SessionStatus.Problem(sentence));
    }

    /** Analyses a recording whatever was said of it before; does nothing while it is at work. */
    void analyseAgain(RecordingSession session) {
        if (canAnalyse(session)) {
            session.setStatus(new SessionStatus.Analysing(Double.NaN));
            session.sound().ifPresent(sound -> analyse(session, sound, false));
        }
    }

    /** Whether a recording is read and not being analysed. */
    boolean canAnalyse(RecordingSession session) {
        return alive.contains(session)
                && stamps.containsKey(session)
                && !running.containsKey(session)
                && !(session.status() instanceof SessionStatus.WaitingForModel)
                && !(session.status() instanceof SessionStatus.Analysing)
                && analysis.isDone()
                && !analysis.isCompletedExceptionally();
    }

    private void analyse(RecordingSession session, Sound sound, boolean keptCounts) {
        var _ =
                analysis.whenComplete(
                        (ready, failure) ->
                                ui.execute(
                                        () -> analyse(session, sound, ready, failure, keptCounts)));
    }

    private void analyse(
            RecordingSession session,
            Sound sound,
            @Nullable EmotionAnalysis ready,
            @Nullable Throwable failure,
            boolean keptCounts) {
        if (!alive.contains(session)) {
            return;
        }
        if (ready == null) {
            String reason =
                    failure == null ? "There is no emotion model." : Failures.sentence(failure);
            session.setStatus(new SessionStatus.NotAnalysed(reason));
            return;
        }
        session.setStatus(new SessionStatus.Analysing(Double.NaN));
        FileStamp stamp = Objects.requireNonNull(stamps.get(session));
        Job<Told> job =
                (cancel, progress) -> {
                    Optional<PredictionTimeline> kept =
                            keptCounts
                                    ? ready.kept(session.file(), stamp, sound)
                                    : Optional.empty();
                    if (kept.isPresent()) {
                        return new Told(kept.get(), true);
                    }
                    PredictionTimeline made = ready.analyse(sound.samples(), cancel, progress);
                    ready.keep(session.file(), stamp, sound, made);
                    return new Told(made, false);
                };
        run(
                session,
                "Analysing " + session.name(),
                job,
                fraction -> session.setStatus(new SessionStatus.Analysing(fraction)),
                outcome -> analysed(session, outcome));
    }

    private void analysed(RecordingSession session, JobOutcome<Told> outcome) {
        switch (outcome) {
            case JobOutcome.Done<Told>(Told told) -> {
                // Said first: whoever waits for the emotions has more to say.
                reporter.say(
                        session.name()
                                + (told.before()
                                        ? " was analysed before; its result is shown."
                                        : " is analysed."));
                session.setTimeline(
                        told.timeline(),
                        told.before() ? new SessionStatus.Kept() : new SessionStatus.Ready());
            }
            case JobOutcome.Failed<Told>(Exception cause) -> {
                session.setStatus(
                        session.timeline().isPresent()
                                ? new SessionStatus.Kept()
                                : new SessionStatus.NotAnalysed(Failures.sentence(cause)));
                reporter.problem(session.name() + ": " + Failures.sentence(cause));
            }
            case JobOutcome.Cancelled<Told>() ->
                    session.setStatus(
                            session.timeline().isPresent()
                                    ? new SessionStatus.Kept()
                                    : new SessionStatus.NotAnalysed(
                                            "The analysis was cancelled; Analyse again runs it."));
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
        Consumer<JobOutcome<T>> ended =
                outcome -> {
                    CancelToken done = current[0];
                    running.remove(session);
                    if (done != null) {
                        reporter.progress(name, 1, done);
                    }
                    if (alive.contains(session)) {
                        onOutcome.accept(outcome);
                    }
                };
        CancelToken token =
                runner.submit(job, progress, outcome -> ui.execute(() -> ended.accept(outcome)));
        current[0] = token;
        running.put(session, token);
    }
}
