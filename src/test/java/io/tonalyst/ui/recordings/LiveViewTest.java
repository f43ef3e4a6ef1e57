// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.capture.FakeInput;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.emotion.Segment;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.signal.Samples;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.RememberedStatus;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording is made from a fake microphone, looked at meanwhile, and becomes one like others. */
class LiveViewTest {
    private static final int RATE = 16_000;

    @TempDir Path folder;

    private final List<Path> finished = new CopyOnWriteArrayList<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private LiveModel model;
    private LiveView view;
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @AfterEach
    void close() throws Exception {
        fx(
                () -> {
                    view.close();
                    model.close();
                    stage.close();
                    return null;
                });
    }

    @Test
    void whatIsSaidIsSeenAtOnceAndKept() throws Exception {
        open(new FakeInput(RATE, 1, 10, Long.MAX_VALUE / 2));
        until(() -> !model.devices().isEmpty());
        Path file = folder.resolve("call.wav");
        fx(
                () -> {
                    model.start(file);
                    return null;
                });

        until(() -> model.heard().isPresent() && model.heard().get().levels() != null);
        until(() -> model.told().isPresent() && model.seconds() > 25);
        LiveModel.Heard heard = fx(() -> model.heard().orElseThrow());
        assertThat(heard.sound().seconds()).isLessThanOrEqualTo(20);
        // What is drawn is never far behind what comes in, even when time runs ten times as fast.
        assertThat(fx(() -> model.seconds() - model.heard().orElseThrow().end())).isLessThan(10);
        // The voice pauses between its syllables.
        until(() -> model.level().rmsDb() > -60);

        fx(
                () -> {
                    model.togglePause();
                    return null;
                });
        double before = fx(model::seconds);
        Thread.sleep(100);
        assertThat(fx(model::seconds)).isEqualTo(before);

        fx(
                () -> {
                    model.stop();
                    return null;
                });
        assertThat(finished).containsExactly(file);
        var kept = new FfmpegDecoder().decode(file, new CancelToken(), ProgressSink.NONE).signal();
        assertThat(kept.seconds()).isEqualTo(before);
        assertThat(kept.channel(0)[5 * RATE] * 32768f)
                .isEqualTo(FakeInput.sample(5 * RATE, 0, RATE));
        assertThat(problems).isEmpty();
    }

    @Test
    void aFileThatExistsIsNotWrittenOver() throws Exception {
        open(new FakeInput(RATE, 1, 10, Long.MAX_VALUE / 2));
        Path file = Files.writeString(folder.resolve("call.wav"), "precious");
        fx(
                () -> {
                    model.start(file);
                    return null;
                });

        assertThat(fx(model::isRecording)).isFalse();
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst()).endsWith("exists already: name another file.");
        assertThat(fx(model::note)).isEqualTo(problems.getFirst());
        assertThat(file).hasContent("precious");
    }

    private void open(FakeInput input) throws Exception {
        fx(
                () -> {
                    model =
                            new LiveModel(
                                    input,
                                    CompletableFuture.completedFuture(
                                            (signal, cancel, progress) -> timeline(signal)),
                                    new FxExecutor(),
                                    new RememberedStatus(new ArrayList<>(), problems),
                                    finished::add);
                    view =
                            new LiveView(
                                    model, () -> Palette.LIGHT, new Pace(() -> false), () -> {});
                    stage = new Stage();
                    stage.setScene(new Scene(new StackPane(view.view()), 980, 700));
                    stage.show();
                    view.show();
                    return null;
                });
    }

    private static PredictionTimeline timeline(Samples signal) {
        float[] p = new float[Emotion.ALL.size()];
        p[Emotion.HAPPY.ordinal()] = 1;
        var happy = EmotionDistribution.of(p);
        return new PredictionTimeline(
                signal.seconds(),
                1,
                List.of(new Window(0, 0, signal.seconds(), happy)),
                List.of(new Segment(0, 0, signal.seconds(), happy, false)),
                Optional.of(happy));
    }

    private static <T> T fx(Callable<T> task) throws Exception {
        return HeadlessToolkit.call(task);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 1500; i++) {
            if (fx(condition)) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("it did not come in half a minute");
    }
}
