// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.Explainer;
import io.tonalyst.emotion.Explanation;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.SaliencyMap;
import io.tonalyst.emotion.Segment;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.playback.AudioSinks;
import io.tonalyst.playback.Playback;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SampleStore;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.Samples;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.time.Ticker;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.RememberedStatus;
import io.tonalyst.work.JobRunner;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * The workspace in a window on the headless platform, with eight seconds of tones to open, a model
 * that always says the same of them and a silent loudspeaker.
 */
final class WorkspaceWindow {
    static final int RATE = 16_000;
    static final double SECONDS = 8;

    /** Of the pane with the emotions, for those who cannot see it. */
    static final String PREDICTIONS = "Predictions over time; the table of segments holds the same";

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final JobRunner runner = new JobRunner("test", 2);
    private final Path recording;
    private RecordingsWorkspace workspace;
    private Stage stage;
    private GlassDriver driver;

    /** Something done on the FX thread. */
    interface Action {
        void run() throws Exception;
    }

    /** Writes the recording into a folder and opens the window. */
    WorkspaceWindow(Path folder) throws Exception {
        HeadlessToolkit.start();
        recording = folder.resolve("tones.wav");
        new WavWriter().write(recording, tones());
        run(
                () -> {
                    workspace =
                            new RecordingsWorkspace(
                                    new RecordingOpener(
                                            new FfmpegDecoder(),
                                            new SampleStore(folder.resolve("sound"))),
                                    new Playback(AudioSinks::silent, Ticker.system()),
                                    runner,
                                    new FxExecutor(),
                                    new RememberedStatus(said, problems),
                                    new SimpleBooleanProperty(false),
                                    CompletableFuture.completedFuture(
                                            (signal, cancel, progress) -> timeline(signal)),
                                    CompletableFuture.completedFuture(
                                            (signal, stretch, cancel, progress) ->
                                                    explanation(stretch)));
                    stage = new Stage();
                    stage.setScene(new Scene((Parent) workspace.view(), 980, 900));
                    stage.show();
                    driver = new GlassDriver(stage);
                });
    }

    void close() throws Exception {
        run(
                () -> {
                    if (workspace != null) {
                        workspace.close();
                    }
                    stage.close();
                });
        runner.close();
    }

    /** Closes the workspace and keeps nothing of it but what is returned. */
    WeakReference<RecordingsWorkspace> letGo() throws Exception {
        var freed = new WeakReference<>(workspace);
        run(
                () -> {
                    workspace.close();
                    stage.getScene().setRoot(new StackPane());
                });
        workspace = null;
        return freed;
    }

    RecordingsWorkspace workspace() {
        return workspace;
    }

    Stage stage() {
        return stage;
    }

    GlassDriver driver() {
        return driver;
    }

    /** What was told to the user, problems aside. */
    List<String> said() {
        return said;
    }

    /** Problems told to the user. */
    List<String> problems() {
        return problems;
    }

    /** The file with the tones. */
    Path recording() {
        return recording;
    }

    /** Opens the recording and waits until it can be heard. */
    void openHeard() throws Exception {
        run(() -> workspace.open(List.of(recording)));
        until(() -> session() != null && session().sound().isPresent());
    }

    /** Opens the recording and waits until it is analysed. */
    void openAnalysed() throws Exception {
        run(() -> workspace.open(List.of(recording)));
        until(() -> session() != null && session().status() instanceof SessionStatus.Ready);
    }

    /** The recording in front, or null. */
    RecordingSession session() {
        return workspace.model().front().orElse(null);
    }

    double timeAt(double x, Bounds pane) {
        return TimeScale.of(pane.getWidth(), session().axis().start(), session().axis().end())
                .seconds(x - pane.getMinX());
    }

    Bounds pane(String name) throws Exception {
        Bounds[] bounds = new Bounds[1];
        until(
                () -> {
                    Node node = find(name);
                    bounds[0] = node == null ? null : node.localToScene(node.getBoundsInLocal());
                    return bounds[0] != null && bounds[0].getWidth() > 100;
                });
        return bounds[0];
    }

    private Node find(String name) {
        Set<Node> panes = workspace.view().lookupAll(".timeline-pane");
        return panes.stream()
                .filter(n -> name.equals(n.getAccessibleText()))
                .findFirst()
                .orElse(null);
    }

    TextField field(String name) {
        return stage.getScene().getRoot().lookupAll(".text-field").stream()
                .filter(n -> name.equals(n.getAccessibleText()))
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow();
    }

    Button button(String text) {
        return stage.getScene().getRoot().lookupAll(".button").stream()
                .filter(n -> n instanceof Button b && text.equals(b.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    List<String> textsOf(String selector) {
        return workspace.view().lookupAll(selector).stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList();
    }

    void press(KeyCode code) {
        press(code, false, false);
    }

    void press(KeyCode code, boolean shift, boolean control) {
        workspace
                .view()
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    }

    static <T> T fx(Callable<T> task) throws Exception {
        return HeadlessToolkit.call(task);
    }

    static void run(Action action) throws Exception {
        HeadlessToolkit.call(
                () -> {
                    action.run();
                    return true;
                });
    }

    static Path await(CompletableFuture<Path> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    static void until(BooleanSupplier condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!fx(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private static Signal tones() {
        float[] left = new float[(int) (SECONDS * RATE)];
        float[] right = new float[left.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = (float) (0.4 * Math.sin(2 * Math.PI * 1000 * i / RATE));
            right[i] = (float) (0.2 * Math.sin(2 * Math.PI * (300 + i / 40.0) * i / RATE));
        }
        return new Signal(new SampleRate(RATE), left, right);
    }

    private static PredictionTimeline timeline(Samples signal) {
        var angry = EmotionDistribution.of(1, 1, 1, 1, 9, 1, 1, 1);
        var calm = EmotionDistribution.of(2, 4, 1, 1, 1, 1, 1, 1);
        return new PredictionTimeline(
                signal.seconds(),
                2,
                List.of(
                        new PredictionTimeline.Window(0, 0, 2, angry),
                        new PredictionTimeline.Window(0, 2, 4, angry),
                        new PredictionTimeline.Window(1, 3, 6, calm)),
                List.of(new Segment(0, 0, 4, angry, false), new Segment(1, 3, 6, calm, true)),
                Optional.of(EmotionDistribution.mean(List.of(angry, calm))));
    }

    private static Explanation explanation(Explainer.Stretch stretch) {
        int frames = 1 + (int) ((stretch.endSeconds() - stretch.startSeconds()) / 0.016);
        float[] weights = new float[frames * LogMel.BANDS];
        Arrays.fill(weights, 8 * LogMel.BANDS, 16 * LogMel.BANDS, 0.3f);
        return new Explanation(
                stretch.channel(),
                stretch.startSeconds(),
                stretch.endSeconds(),
                new SaliencyMap(Emotion.ANGRY, 0.7f, frames, weights));
    }
}
