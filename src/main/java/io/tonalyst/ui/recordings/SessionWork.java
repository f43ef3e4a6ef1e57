// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
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
        Job<Sound> job =
                (cancel, progress) ->
                        Sound.of(
                                opener.open(
                                        session.file(),
                                        begun -> ui.execute(() -> begun(session, begun)),
                                        cancel,
                                        progress));
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

    private void decoded(RecordingSession session, JobOutcome<Sound> outcome) {
        switch (outcome) {
            case JobOutcome.Done<Sound>(Sound sound) -> {
                session.setSound(sound, new SessionStatus.WaitingForModel());
                sound.damage().ifPresent(reporter::problem);
                var _ =
                        analysis.whenComplete(
                                (ready, failure) ->
                                        ui.execute(() -> analyse(session, sound, ready, failure)));
            }
            case JobOutcome.Failed<Sound>(Exception cause) -> {
                String sentence = Failures.sentence(cause);
                drop(session, sentence);
                reporter.problem(
                        cause instanceof MemoryException
                                ? session.name() + " is not opened. " + sentence
                                : sentence);
            }
            case JobOutcome.Cancelled<Sound>() ->
                    drop(session, "Reading was cancelled; open the file again to go on.");
        }
    }

    /** What was seen of a recording that could not be read to its end goes again. */
    private static void drop(RecordingSession session, String sentence) {
        session.sound().ifPresent(sound -> sound.samples().close());
        session.dropSound();
        session.setStatus(new SessionStatus.Problem(sentence));
    }

    private void analyse(
            RecordingSession session,
            Sound sound,
            @Nullable EmotionAnalysis ready,
            @Nullable Throwable failure) {
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
        Job<PredictionTimeline> job =
                (cancel, progress) -> ready.analyse(sound.samples(), cancel, progress);
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
