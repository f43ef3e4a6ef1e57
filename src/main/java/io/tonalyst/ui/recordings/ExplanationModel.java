// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Explainer;
import io.tonalyst.emotion.Explanation;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.work.Failures;
import io.tonalyst.work.Job;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why the model tells what it tells of the selection: computed in the background while it is
 * wanted, for the newest selection only, and laid into the session it belongs to. Used on the UI
 * thread.
 */
final class ExplanationModel {
    private static final String CHOOSE =
            "Select a stretch or click a segment: the spectrogram then shows what speaks for its"
                    + " emotion.";

    private final Supplier<Optional<RecordingSession>> front;
    private final CompletableFuture<ExplanationJob> explainer;
    private final LatestOnly<List<Explanation>> latest;
    private final Executor ui;
    private final Listeners listeners = new Listeners();
    private boolean on;
    private @Nullable Wanted wanted;
    private double fraction = Double.NaN;
    private String note = "";

    private record Wanted(
            RecordingSession session,
            PredictionTimeline timeline,
            List<Explainer.Stretch> stretches) {}

    /**
     * @param front the recording in front
     * @param explainer completed when the emotion model is loaded
     * @param runner of one thread, so that pictures do not wait behind explanations
     */
    ExplanationModel(
            Supplier<Optional<RecordingSession>> front,
            CompletableFuture<ExplanationJob> explainer,
            JobRunner runner,
            Executor ui) {
        this.front = front;
        this.explainer = explainer;
        this.latest = new LatestOnly<>(runner, ui);
        this.ui = ui;
    }

    /** Calls {@code listener} after changes. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    boolean isOn() {
        return on;
    }

    /** Shows explanations, or stops and takes them away. */
    void setOn(boolean wantedOn) {
        if (on != wantedOn) {
            on = wantedOn;
            refresh();
            listeners.fire();
        }
    }

    /** Share of the work that is done, 0 to 1; NaN while nothing is computed. */
    double fraction() {
        return fraction;
    }

    /** What the selection's explanation says, or why there is none; empty while off. */
    String text() {
        if (!on) {
            return "";
        }
        if (!Double.isNaN(fraction)) {
            return "Explaining: %.0f %%".formatted(100 * fraction);
        }
        List<String> lines = new ArrayList<>();
        front.get()
                .map(RecordingSession::explanations)
                .orElse(List.of())
                .forEach(
                        e -> {
                            lines.add(heard(e));
                            lines.addAll(e.sentences());
                        });
        return lines.isEmpty() ? note : String.join("\n", lines);
    }

    /** The windows of the timeline reach beyond a short selection and may tell otherwise. */
    private static String heard(Explanation e) {
        return String.format(
                Locale.ROOT,
                "Heard by itself, %.1f-%.1f s: %s %.0f %%",
                e.startSeconds(),
                e.endSeconds(),
                e.map().emotion().key(),
                100 * e.map().probability());
    }

    /** Follows the selection and the recording in front. */
    void refresh() {
        Optional<Wanted> now = on ? front.get().flatMap(this::wanted) : Optional.empty();
        if (now.isEmpty() || now.get().stretches().isEmpty()) {
            note = now.isEmpty() ? CHOOSE : "Nobody speaks in the selection.";
            drop();
            return;
        }
        if (now.get().equals(wanted)) {
            return;
        }
        drop();
        wanted = now.get();
        start(wanted);
    }

    /** Stops work in the background. */
    void close() {
        latest.cancel();
    }

    private Optional<Wanted> wanted(RecordingSession session) {
        if (session.sound().isEmpty() || session.timeline().isEmpty()) {
            return Optional.empty();
        }
        PredictionTimeline timeline = session.timeline().get();
        return session.selection()
                .map(s -> Explainer.stretches(timeline, s.start(), s.end()))
                .map(stretches -> new Wanted(session, timeline, stretches));
    }

    private void drop() {
        latest.cancel();
        Wanted before = wanted;
        wanted = null;
        if (before != null) {
            fraction = Double.NaN;
            before.session().setExplanations(List.of());
            listeners.fire();
        }
    }

    private void start(Wanted request) {
        var samples = request.session().sound().orElseThrow().samples();
        fraction = 0;
        int count = request.stretches().size();
        var progress = new CoarseProgress(f -> ui.execute(() -> progressed(request, f)));
        Job<List<Explanation>> job =
                (cancel, sink) -> {
                    ExplanationJob ready = explainer.join();
                    List<Explanation> all = new ArrayList<>();
                    for (Explainer.Stretch stretch : request.stretches()) {
                        ProgressSink part =
                                sink.part((double) all.size() / count, (all.size() + 1.0) / count);
                        all.add(ready.explain(samples, stretch, cancel, part));
                    }
                    return all;
                };
        latest.request(job, progress, outcome -> ended(request, outcome));
        listeners.fire();
    }

    private void progressed(Wanted request, double share) {
        if (request == wanted && !Double.isNaN(fraction)) {
            fraction = share;
            listeners.fire();
        }
    }

    private void ended(Wanted request, JobOutcome<List<Explanation>> outcome) {
        fraction = Double.NaN;
        outcome.settle(
                request.session()::setExplanations, cause -> note = Failures.sentence(cause));
        listeners.fire();
    }
}
