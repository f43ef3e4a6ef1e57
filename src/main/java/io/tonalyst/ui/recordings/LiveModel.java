// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.capture.Inputs;
import io.tonalyst.capture.Level;
import io.tonalyst.capture.Recorder;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.recording.Recording;
import io.tonalyst.signal.PeakPyramid;
import io.tonalyst.signal.Signal;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A recording that is being made: the input, the last seconds of sound and what the model says of
 * them. Used on the UI thread only; {@link #tick} is to be called at each pulse.
 */
final class LiveModel implements AutoCloseable {
    private static final double SECOND = 1e9;

    /** How often the picture of the sound is made anew, and the model asked. */
    private static final double PICTURE_SECONDS = 0.15;

    private static final double PREDICTION_SECONDS = 1;

    /** An input that gives nothing for so long is told of. */
    private static final double SILENT_SECONDS = 3;

    private final Inputs inputs;
    private final CompletableFuture<EmotionAnalysis> analysis;
    private final JobRunner looking = new JobRunner("live", 2);
    private final StatusReporter reporter;
    private final Consumer<Path> finished;
    private final Listeners listeners = new Listeners();
    private final Executor ui;
    private final LatestOnly<Heard> hearing;
    private final LatestOnly<Told> telling;
    private List<String> devices = List.of();
    private boolean asked;
    private @Nullable String device;
    private @Nullable Recorder recorder;
    private @Nullable Heard heard;
    private @Nullable Told told;
    private @Nullable SpectrogramSize size;
    private @Nullable String note;
    private long nextPicture;
    private long nextPrediction;
    private double lastSeconds;
    private long lastProgress;

    /**
     * The last seconds as they are drawn.
     *
     * @param start seconds from the beginning of the recording to those of {@code sound}
     * @param levels of the spectrogram, in the time of {@code sound}
     */
    record Heard(double start, Sound sound, SpectrogramStill.@Nullable Result levels) {
        double end() {
            return start + sound.seconds();
        }
    }

    /** What the model says of a stretch that begins at {@code start}. */
    record Told(double start, PredictionTimeline timeline) {}

    /** Pixels of one lane of the spectrogram. */
    record SpectrogramSize(int width, int height, SpectrogramSettings settings) {}

    /**
     * @param analysis completed when the emotion model is loaded; recording works without
     * @param ui runs tasks on the UI thread
     * @param finished receives the file of a finished recording
     */
    LiveModel(
            Inputs inputs,
            CompletableFuture<EmotionAnalysis> analysis,
            Executor ui,
            StatusReporter reporter,
            Consumer<Path> finished) {
        this.inputs = inputs;
        this.analysis = analysis;
        this.ui = ui;
        this.reporter = reporter;
        this.finished = finished;
        this.hearing = new LatestOnly<>(looking, ui);
        this.telling = new LatestOnly<>(looking, ui);
    }

    /** Calls {@code listener} after changes; running the result ends that. */
    Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** Asks the system for its inputs, in the background. */
    void findDevices() {
        looking.submit(
                (cancel, progress) -> inputs.devices(),
                ProgressSink.NONE,
                outcome ->
                        ui.execute(
                                () -> {
                                    devices =
                                            outcome instanceof JobOutcome.Done<List<String>> done
                                                    ? done.value()
                                                    : List.of();
                                    asked = true;
                                    if (device == null || !devices.contains(device)) {
                                        device = devices.isEmpty() ? null : devices.getFirst();
                                    }
                                    listeners.fire();
                                }));
    }

    List<String> devices() {
        return devices;
    }

    Optional<String> device() {
        return Optional.ofNullable(device);
    }

    void setDevice(String name) {
        device = name;
        listeners.fire();
    }

    /** One sentence in place of sound; empty while there is nothing to say. */
    String note() {
        if (note != null) {
            return note;
        }
        if (asked && devices.isEmpty()) {
            return "This machine has no sound input: connect a microphone, then press Look again.";
        }
        return heard == null ? "Press Record; sound, spectrum and emotions appear here." : "";
    }

    boolean isRecording() {
        return recorder != null;
    }

    boolean isPaused() {
        return recorder != null && recorder.isPaused();
    }

    /** Seconds recorded so far. */
    double seconds() {
        return recorder == null ? 0 : recorder.seconds();
    }

    Level level() {
        return recorder == null ? Level.SILENCE : recorder.level();
    }

    Optional<Path> file() {
        return Optional.ofNullable(recorder).map(Recorder::file);
    }

    Optional<Heard> heard() {
        return Optional.ofNullable(heard);
    }

    Optional<Told> told() {
        return Optional.ofNullable(told);
    }

    /** The size in which the spectrogram will be drawn. */
    void setSpectrogram(SpectrogramSize wanted) {
        size = wanted;
    }

    /** Records into a file, which must not exist. */
    void start(Path file) {
        if (recorder != null) {
            return;
        }
        note = null;
        heard = null;
        told = null;
        lastSeconds = 0;
        lastProgress = System.nanoTime();
        try {
            recorder = new Recorder(inputs.open(device()), file);
            recorder.start();
        } catch (Exception e) {
            recorder = null;
            note = Failures.sentence(e);
            reporter.problem(note);
        }
        listeners.fire();
    }

    /** Pauses, or goes on. */
    void togglePause() {
        if (recorder == null) {
            return;
        }
        if (recorder.isPaused()) {
            recorder.resume();
        } else {
            recorder.pause();
        }
        listeners.fire();
    }

    /** Ends the recording; it becomes one like others. */
    void stop() {
        Recorder ended = recorder;
        if (ended == null) {
            return;
        }
        recorder = null;
        hearing.cancel();
        telling.cancel();
        ended.close();
        ended.problem().ifPresent(reporter::problem);
        listeners.fire();
        if (ended.seconds() > 0) {
            reporter.say("Recorded " + TimeText.of(ended.seconds(), 1) + " to " + ended.file());
            finished.accept(ended.file());
        } else {
            reporter.problem("Nothing was recorded: the input gave no sound.");
        }
    }

    /** Looks at what has come in; to be called at each pulse. */
    void tick(long now) {
        Recorder running = recorder;
        if (running == null) {
            return;
        }
        if (!running.isRunning()) {
            stop();
            return;
        }
        watch(running, now);
        if (now >= nextPicture && !hearing.isBusy() && !running.isPaused()) {
            nextPicture = now + (long) (PICTURE_SECONDS * SECOND);
            hear(running);
        }
        if (now >= nextPrediction && !telling.isBusy() && !running.isPaused()) {
            nextPrediction = now + (long) (PREDICTION_SECONDS * SECOND);
            tell(running);
        }
    }

    private void watch(Recorder running, long now) {
        boolean moves = running.seconds() > lastSeconds || running.isPaused();
        if (moves) {
            lastSeconds = running.seconds();
            lastProgress = now;
        }
        String before = note;
        note =
                now - lastProgress > SILENT_SECONDS * SECOND
                        ? "No sound comes in: the input may be unplugged or switched off."
                        : null;
        if (before != null || note != null) {
            listeners.fire();
        }
    }

    private void hear(Recorder running) {
        SpectrogramSize wanted = size;
        hearing.request(
                (cancel, progress) -> {
                    Recorder.Recent recent = running.recent();
                    Sound sound = sound(running.file(), recent.signal());
                    if (wanted == null || recent.signal().frames() == 0) {
                        return new Heard(recent.start(), sound, null);
                    }
                    var view =
                            SpectrogramStill.View.of(
                                    sound,
                                    0,
                                    recent.signal().seconds(),
                                    Math.max(
                                            1,
                                            (int)
                                                    (wanted.width()
                                                            * recent.signal().seconds()
                                                            / Recorder.RECENT_SECONDS)),
                                    wanted.height(),
                                    wanted.settings());
                    SpectrogramStill.Levels levels = SpectrogramStill.compute(view, cancel);
                    return new Heard(
                            recent.start(),
                            sound,
                            new SpectrogramStill.Result(
                                    levels, SpectrogramStill.colours(levels, wanted.settings())));
                },
                ProgressSink.NONE,
                outcome -> {
                    if (outcome instanceof JobOutcome.Done<Heard>(Heard value)) {
                        heard = value;
                        listeners.fire();
                    }
                });
    }

    private static Sound sound(Path file, Signal signal) {
        List<WaveSummary> waves = new ArrayList<>();
        for (int c = 0; c < signal.channels(); c++) {
            waves.add(PeakPyramid.of(signal.channel(c))::summarise);
        }
        return Sound.of(new Recording(file, signal, "microphone"), waves);
    }

    private void tell(Recorder running) {
        if (!analysis.isDone() || analysis.isCompletedExceptionally()) {
            return;
        }
        EmotionAnalysis ready = analysis.join();
        telling.request(
                (cancel, progress) -> {
                    Recorder.Recent recent = running.recent();
                    return new Told(
                            recent.start(),
                            ready.analyse(recent.signal(), cancel, ProgressSink.NONE));
                },
                ProgressSink.NONE,
                outcome -> {
                    if (outcome instanceof JobOutcome.Done<Told>(Told value)) {
                        told = value;
                        listeners.fire();
                    }
                });
    }

    /** Ends a recording under way; its file is kept. */
    @Override
    public void close() {
        if (recorder != null) {
            recorder.close();
            recorder = null;
        }
        looking.close();
    }
}
