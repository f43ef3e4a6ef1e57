// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.training.NetworkSize;
import io.tonalyst.training.OwnData;
import io.tonalyst.training.OwnTraining;
import io.tonalyst.training.Recipe;
import io.tonalyst.training.StartModel;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.Failures;
import io.tonalyst.work.Job;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A training on a person's own data: what was handed over and found in it, what is to be trained,
 * and how far that is. Used on the UI thread; the work runs on a thread of its own.
 */
final class OwnTrainingModel implements AutoCloseable {
    /** Epochs offered: few from a model that knows speech, more from nothing. */
    static final int EPOCHS_FROM_MODEL = 4;

    static final int EPOCHS_FRESH = 24;

    private static final long SEED = 1;

    /** How far it is. */
    sealed interface State {
        record Idle() implements State {}

        record Looking() implements State {}

        /**
         * It trains.
         *
         * @param fraction share done, 0 to 1
         */
        record Training(double fraction, String message) implements State {}

        record Stopped() implements State {}

        record Failed(String sentence) implements State {}

        record Done(OwnTraining.Outcome outcome) implements State {}
    }

    /**
     * What is to be trained.
     *
     * @param from model whose weights are gone on from; empty: from nothing
     * @param out folder of the model
     */
    record Wish(Optional<Path> from, int epochs, Path out) {}

    private final OwnTraining service;
    private final NetworkSize fresh;
    private final StatusReporter status;
    private final JobRunner runner = new JobRunner("training", 1);
    private final Executor fx;
    private final LatestOnly<OwnData> looks;
    private final List<Path> sources = new ArrayList<>();
    private final List<Consumer<State>> listeners = new ArrayList<>();
    private State state = new State.Idle();
    private @Nullable OwnData found;
    private @Nullable CancelToken running;

    /**
     * @param fresh size of networks that start from nothing
     */
    OwnTrainingModel(OwnTraining service, NetworkSize fresh, Executor fx, StatusReporter status) {
        this.service = service;
        this.fresh = fresh;
        this.fx = fx;
        this.status = status;
        this.looks = new LatestOnly<>(runner, fx);
    }

    /** Calls {@code listener} after each change. */
    void onChange(Consumer<State> listener) {
        listeners.add(listener);
    }

    State state() {
        return state;
    }

    List<Path> sources() {
        return List.copyOf(sources);
    }

    /** What was found in the sources; empty until looked at. */
    Optional<OwnData> found() {
        return Optional.ofNullable(found);
    }

    /** Whether a training can start. */
    boolean canTrain() {
        return running == null
                && found().filter(data -> data.obstacle().isEmpty()).isPresent()
                && !(state instanceof State.Looking);
    }

    /** Adds a folder or table and looks at all of them; one that is there already is looked at. */
    void add(Path source) {
        sources.remove(source);
        sources.add(source);
        look();
    }

    void remove(Path source) {
        sources.remove(source);
        look();
    }

    private void look() {
        found = null;
        if (sources.isEmpty()) {
            looks.cancel();
            set(new State.Idle());
            return;
        }
        List<Path> all = sources();
        set(new State.Looking());
        looks.request(
                (cancel, progress) -> service.look(all),
                ProgressSink.NONE,
                outcome -> {
                    switch (outcome) {
                        case JobOutcome.Done<OwnData>(OwnData data) -> {
                            found = data;
                            set(new State.Idle());
                        }
                        case JobOutcome.Failed<OwnData>(Exception cause) ->
                                set(new State.Failed(Failures.sentence(cause)));
                        case JobOutcome.Cancelled<OwnData>() -> set(new State.Idle());
                    }
                });
    }

    /** Trains, or goes on with a training into the same folder that was stopped. */
    void train(Wish wish) {
        if (!canTrain()) {
            return;
        }
        List<Path> all = sources();
        String name = "Training " + wish.out().getFileName();
        set(new State.Training(0, "Reading the clips"));
        Job<OwnTraining.Outcome> job =
                (cancel, progress) -> service.train(request(wish, all), cancel, progress);
        var token = new CancelToken[1];
        ProgressSink sink =
                (fraction, message) ->
                        fx.execute(
                                () -> {
                                    CancelToken mine = token[0];
                                    if (mine != null && running == mine) {
                                        status.progress(name, Math.min(fraction, 0.999), mine);
                                        set(new State.Training(fraction, message));
                                    }
                                });
        token[0] = runner.submit(job, sink, o -> fx.execute(() -> ended(name, o)));
        running = token[0];
    }

    private OwnTraining.Request request(Wish wish, List<Path> all) throws Exception {
        if (wish.from().isEmpty()) {
            Recipe recipe = Recipe.standard(fresh, wish.epochs(), SEED);
            return new OwnTraining.Request(all, Optional.empty(), recipe, wish.out());
        }
        StartModel start = StartModel.of(wish.from().get());
        return new OwnTraining.Request(
                all, Optional.of(start), start.fineTuning(wish.epochs(), SEED), wish.out());
    }

    private void ended(String name, JobOutcome<OwnTraining.Outcome> outcome) {
        CancelToken token = running;
        running = null;
        if (token != null) {
            status.progress(name, 1, token);
        }
        switch (outcome) {
            case JobOutcome.Done<OwnTraining.Outcome>(OwnTraining.Outcome done) ->
                    set(new State.Done(done));
            case JobOutcome.Failed<OwnTraining.Outcome>(Exception cause) ->
                    set(new State.Failed(Failures.sentence(cause)));
            case JobOutcome.Cancelled<OwnTraining.Outcome>() -> set(new State.Stopped());
        }
    }

    /** Stops the training; its finished epochs are kept. */
    void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    private void set(State changed) {
        state = changed;
        List.copyOf(listeners).forEach(listener -> listener.accept(changed));
    }

    @Override
    public void close() {
        stop();
        looks.cancel();
        runner.close();
    }
}
