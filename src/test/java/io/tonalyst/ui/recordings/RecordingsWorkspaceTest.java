// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import io.tonalyst.review.Reviewed;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.Samples;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.time.Ticker;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.RememberedStatus;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
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
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks through the workspace as an analyst does, in a window on the headless platform. */
class RecordingsWorkspaceTest {
    private static final int RATE = 16_000;
    private static final double SECONDS = 8;
    private static final String PREDICTIONS =
            "Predictions over time; the table of segments holds the same";

    @TempDir Path folder;

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final JobRunner runner = new JobRunner("test", 2);
    private RecordingsWorkspace workspace;
    private Stage stage;
    private GlassDriver driver;
    private Path stereo;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @BeforeEach
    void openWindow() throws Exception {
        stereo = folder.resolve("tones.wav");
        new WavWriter().write(stereo, tones());
        fx(
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
                    return null;
                });
    }

    @AfterEach
    void closeWindow() throws Exception {
        fx(
                () -> {
                    if (workspace != null) {
                        workspace.close();
                    }
                    stage.close();
                    return null;
                });
        runner.close();
    }

    @Test
    void aDroppedRecordingIsAnalysedZoomedSelectedPlayedAndExported() throws Exception {
        assertThat(fx(() -> driver.drop(480, 400, List.of(stereo)))).isTrue();
        until(() -> session() != null && session().status() instanceof SessionStatus.Ready);
        assertThat(session().axis().duration()).isCloseTo(SECONDS, within(1e-6));

        Bounds waveform = pane("Waveform");
        double x = waveform.getMinX() + 0.6 * waveform.getWidth();
        double y = waveform.getCenterY();
        double anchor = timeAt(x, waveform);
        fx(
                () -> {
                    driver.move(x, y);
                    driver.wheel(x, y, 3);
                    return null;
                });
        until(() -> session().axis().span() < 0.7 * SECONDS);
        assertThat(timeAt(x, waveform)).isCloseTo(anchor, within(0.02));

        double from = waveform.getMinX() + 200;
        double to = waveform.getMinX() + 300;
        double expectedStart = timeAt(from, waveform);
        double expectedEnd = timeAt(to, waveform);
        fx(
                () -> {
                    driver.drag(from, y, to);
                    return null;
                });
        TimeRange selection = session().selection().orElseThrow();
        assertThat(selection.start()).isCloseTo(expectedStart, within(0.03));
        assertThat(selection.end()).isCloseTo(expectedEnd, within(0.03));

        fx(
                () -> {
                    press(KeyCode.SPACE);
                    return null;
                });
        until(() -> workspace.positionSeconds() > selection.start() + 0.05);
        fx(
                () -> {
                    workspace.pause();
                    return null;
                });
        // Sound goes on until the window has noticed the pause, which a busy machine delays.
        assertThat(workspace.positionSeconds()).isBetween(selection.start(), selection.end() + 1);

        exportsAreWhole(selection);
        assertThat(problems).isEmpty();
    }

    private void exportsAreWhole(TimeRange selection) throws Exception {
        for (ExportPart part : ExportPart.values()) {
            Path png = folder.resolve(part + ".png");
            await(fx(() -> workspace.exportPng(part, png, 2)));
            var image = ImageIO.read(png.toFile());
            assertThat(image.getWidth()).isEqualTo(2560);
            assertThat(coloursOf(image)).as(part.title()).hasSizeGreaterThan(20);
        }
        Path wav = folder.resolve("selection.wav");
        await(fx(() -> workspace.exportWav(wav)));
        Signal written =
                new FfmpegDecoder().decode(wav, new CancelToken(), ProgressSink.NONE).signal();
        assertThat(written.seconds()).isCloseTo(selection.seconds(), within(2.0 / RATE));
        assertThat(written.channels()).isEqualTo(2);

        Path csv = folder.resolve("segments.csv");
        await(fx(() -> workspace.exportSegments(csv)));
        assertThat(Files.readAllLines(csv))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("0.000,4.000,0,angry,0.");
    }

    @Test
    void aBadFileIsSaidInOneSentenceAndTheOthersGoOn() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.wav"), "this is no sound");

        fx(() -> driver.drop(480, 400, List.of(bad, stereo)));
        until(
                () ->
                        workspace.model().sessions().size() == 2
                                && workspace.model().sessions().get(1).status()
                                        instanceof SessionStatus.Ready);

        assertThat(workspace.model().sessions().getFirst().status())
                .isInstanceOf(SessionStatus.Problem.class);
        assertThat(problems).singleElement().asString().contains("bad.wav");
    }

    @Test
    void segmentsAreCorrectedCommentedMovedSearchedAndUndone() throws Exception {
        fx(
                () -> {
                    workspace.open(List.of(stereo));
                    return null;
                });
        until(() -> session() != null && session().status() instanceof SessionStatus.Ready);
        TableView<?> table = (TableView<?>) stage.getScene().lookup(".segment-table");
        TextField comment = field("Comment on the chosen segment");
        fx(
                () -> {
                    table.getSelectionModel().select(0);
                    comment.requestFocus();
                    comment.setText("door slams");
                    table.requestFocus();
                    session().select(new TimeRange(0.5, 3));
                    button("Edges from selection").fire();
                    return null;
                });

        Reviewed row = session().review().over(session().timeline().orElseThrow()).getFirst();
        assertThat(row.comment()).isEqualTo("door slams");
        assertThat(row.startSeconds()).isEqualTo(0.5);
        assertThat(row.segment().orElseThrow().startSeconds()).isZero();
        assertThat(table.getSelectionModel().getSelectedIndex()).isZero();

        fx(
                () -> {
                    field("Search the segments").setText("slams");
                    return null;
                });
        assertThat(table.getItems()).hasSize(1);
        fx(
                () -> {
                    field("Search the segments").setText("");
                    session().undo();
                    session().undo();
                    return null;
                });
        assertThat(session().review().isEmpty()).isTrue();
        assertThat(comment.getText()).isEmpty();
    }

    private TextField field(String name) {
        return stage.getScene().getRoot().lookupAll(".text-field").stream()
                .filter(n -> name.equals(n.getAccessibleText()))
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Button button(String text) {
        return stage.getScene().getRoot().lookupAll(".button").stream()
                .filter(n -> n instanceof Button b && text.equals(b.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void edgesAreDraggedAndMovedByKeysAndUndone() throws Exception {
        fx(
                () -> {
                    workspace.open(List.of(stereo));
                    return null;
                });
        until(() -> session() != null && session().timeline().isPresent());
        Bounds lanes = pane(PREDICTIONS);
        TimeScale scale = TimeScale.of(lanes.getWidth(), 0, SECONDS);
        double left = lanes.getMinY() + lanes.getHeight() / 2 - 8;
        fx(
                () -> {
                    driver.drag(lanes.getMinX() + scale.x(4), left, lanes.getMinX() + scale.x(5.5));
                    return null;
                });
        assertThat(edges(0)[1]).isCloseTo(5.5, within(0.03));
        assertThat(session().review().annotations()).hasSize(1);
        assertThat(session().selection().orElseThrow().end()).isEqualTo(edges(0)[1]);
        assertThat(session().corrections()).hasSize(1);

        fx(
                () -> {
                    session().undo();
                    return null;
                });
        assertThat(session().review().isEmpty()).as("one step").isTrue();

        fx(
                () -> {
                    driver.click(lanes.getMinX() + scale.x(2), left);
                    return null;
                });
        assertThat(session().selection().orElseThrow()).isEqualTo(new TimeRange(0, 4));
        fx(
                () -> {
                    press(KeyCode.RIGHT, true, true);
                    press(KeyCode.RIGHT, true, true);
                    return null;
                });
        assertThat(edges(0)[1]).isCloseTo(4.04, within(1e-9));
        fx(
                () -> {
                    session().undo();
                    press(KeyCode.HOME);
                    press(KeyCode.RIGHT);
                    press(KeyCode.I);
                    return null;
                });
        assertThat(edges(0)[0]).isCloseTo(workspace.positionSeconds(), within(0.01)).isPositive();
        assertThat(edges(0)[1]).isEqualTo(4);

        fx(
                () -> {
                    press(KeyCode.X);
                    return null;
                });
        Reviewed row = session().review().over(session().timeline().orElseThrow()).getFirst();
        assertThat(row.isSilent()).isTrue();
        assertThat(session().corrections()).as("nothing to train on").isEmpty();
    }

    /** Start and end of a segment after corrections. */
    private double[] edges(int index) {
        Reviewed row = session().review().over(session().timeline().orElseThrow()).get(index);
        return new double[] {row.startSeconds(), row.endSeconds()};
    }

    @Test
    void keysGoToTheStrongestAndTheNextStretchOfAnEmotion() throws Exception {
        fx(
                () -> {
                    workspace.openAt(stereo, Emotion.ANGRY, false);
                    return null;
                });
        until(() -> session() != null && session().selection().isPresent());
        List<Segment> angry =
                session().timeline().orElseThrow().segments().stream()
                        .filter(s -> s.emotion() == Emotion.ANGRY)
                        .toList();
        assertThat(angry).isNotEmpty();
        assertThat(session().selection().orElseThrow().start())
                .isEqualTo(angry.getFirst().startSeconds());
        assertThat(workspace.positionSeconds()).isEqualTo(angry.getFirst().startSeconds());

        fx(
                () -> {
                    press(KeyCode.A);
                    press(KeyCode.END);
                    press(KeyCode.G);
                    return null;
                });
        assertThat(session().selection().orElseThrow())
                .isEqualTo(
                        new TimeRange(
                                angry.getFirst().startSeconds(), angry.getFirst().endSeconds()));
        fx(
                () -> {
                    press(KeyCode.N);
                    return null;
                });
        assertThat(said).last().asString().contains("comes after the playhead");
    }

    @Test
    void keysZoomFitLoopAndMoveThePlayhead() throws Exception {
        fx(
                () -> {
                    workspace.open(List.of(stereo));
                    return null;
                });
        until(() -> session() != null && session().sound().isPresent());

        fx(
                () -> {
                    press(KeyCode.PLUS);
                    return null;
                });
        assertThat(session().axis().span()).isCloseTo(SECONDS / 2, within(1e-6));
        fx(
                () -> {
                    press(KeyCode.END);
                    return null;
                });
        assertThat(workspace.positionSeconds()).isCloseTo(SECONDS, within(0.01));
        assertThat(session().axis().end()).isCloseTo(SECONDS, within(1e-6));
        fx(
                () -> {
                    press(KeyCode.F);
                    press(KeyCode.HOME);
                    return null;
                });
        assertThat(session().axis().isFitted()).isTrue();
        assertThat(workspace.positionSeconds()).isZero();
    }

    @Test
    void anExportThatCannotBeWrittenIsSaidAndFails() throws Exception {
        fx(
                () -> {
                    workspace.open(List.of(stereo));
                    return null;
                });
        until(() -> session() != null && session().sound().isPresent());
        Path nowhere = folder.resolve("none").resolve("x.png");

        CompletableFuture<Path> export =
                fx(() -> workspace.exportPng(ExportPart.WAVEFORM, nowhere, 1));

        assertThatThrownBy(() -> await(export)).hasMessageContaining("folder does not exist");
        assertThat(problems).singleElement().asString().contains("folder does not exist");
    }

    @Test
    void aClosedWorkspaceIsFreed() throws Exception {
        fx(
                () -> {
                    workspace.open(List.of(stereo));
                    return null;
                });
        until(() -> session() != null && session().status() instanceof SessionStatus.Ready);
        var freed = new WeakReference<>(workspace);
        fx(
                () -> {
                    workspace.close();
                    stage.getScene().setRoot(new StackPane());
                    return null;
                });
        workspace = null;

        for (int i = 0; i < 100 && freed.get() != null; i++) {
            System.gc();
            Thread.sleep(50);
        }
        assertThat(freed.get()).isNull();
    }

    @Test
    void aSegmentIsRelabelledAndTheCorrectionsAreExported() throws Exception {
        fx(
                () -> {
                    workspace.open(List.of(stereo));
                    return null;
                });
        until(() -> session() != null && session().status() instanceof SessionStatus.Ready);
        Path csv = folder.resolve("corrections.csv");
        assertThatThrownBy(() -> await(fx(() -> workspace.exportCorrections(csv))))
                .hasMessageContaining("No segment has a label of yours yet");
        problems.clear();

        fx(
                () -> {
                    var table = (TableView<?>) workspace.view().lookup(".segment-table");
                    var box = (ComboBox<?>) workspace.view().lookup(".label-choice .combo-box");
                    assertThat(box.isDisabled()).isTrue();
                    table.getSelectionModel().select(1);
                    assertThat(box.isDisabled()).isFalse();
                    box.getSelectionModel().select(1 + Emotion.SAD.ordinal());
                    return null;
                });

        Segment segment = session().timeline().orElseThrow().segments().get(1);
        assertThat(session().label(segment)).contains(Emotion.SAD);
        until(() -> textsOf(".segment-table .label").contains("not calm"));
        assertThat(textsOf(".segment-table .label")).contains("Sad", "Angry");
        await(fx(() -> workspace.exportCorrections(csv)));
        assertThat(Files.readAllLines(csv))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("tones.wav,sad,,3.000,6.000,1,calm,0.");
        assertThat(problems).isEmpty();
    }

    @Test
    void theSelectionIsExplainedWhileThatIsWanted() throws Exception {
        fx(
                () -> {
                    workspace.open(List.of(stereo));
                    return null;
                });
        until(() -> session() != null && session().status() instanceof SessionStatus.Ready);
        fx(
                () -> {
                    press(KeyCode.E);
                    assertThat(textsOf(".explanation"))
                            .singleElement()
                            .asString()
                            .contains("Select");
                    session().select(new TimeRange(3.2, 3.8));
                    return null;
                });
        until(() -> session().explanations().size() == 2);

        assertThat(session().explanations()).extracting(Explanation::channel).containsExactly(0, 1);
        assertThat(fx(() -> textsOf(".explanation")))
                .singleElement()
                .asString()
                .contains("speaks most for angry");
        Path with = folder.resolve("with.png");
        await(fx(() -> workspace.exportPng(ExportPart.SPECTROGRAM, with, 1)));

        fx(
                () -> {
                    press(KeyCode.E);
                    return null;
                });
        assertThat(session().explanations()).isEmpty();
        assertThat(fx(() -> textsOf(".explanation"))).containsExactly("");
        Path without = folder.resolve("without.png");
        await(fx(() -> workspace.exportPng(ExportPart.SPECTROGRAM, without, 1)));
        assertThat(ImageIO.read(with.toFile()).getHeight())
                .isGreaterThan(ImageIO.read(without.toFile()).getHeight());
        assertThat(problems).isEmpty();
    }

    private static Explanation explanation(Explainer.Stretch stretch) {
        int frames = 1 + (int) ((stretch.endSeconds() - stretch.startSeconds()) / 0.016);
        float[] weights = new float[frames * LogMel.BANDS];
        java.util.Arrays.fill(weights, 8 * LogMel.BANDS, 16 * LogMel.BANDS, 0.3f);
        return new Explanation(
                stretch.channel(),
                stretch.startSeconds(),
                stretch.endSeconds(),
                new SaliencyMap(Emotion.ANGRY, 0.7f, frames, weights));
    }

    private List<String> textsOf(String selector) {
        return workspace.view().lookupAll(selector).stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private RecordingSession session() {
        return workspace.model().front().orElse(null);
    }

    private double timeAt(double x, Bounds pane) {
        return TimeScale.of(pane.getWidth(), session().axis().start(), session().axis().end())
                .seconds(x - pane.getMinX());
    }

    private Bounds pane(String name) throws Exception {
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

    private void press(KeyCode code) {
        press(code, false, false);
    }

    private void press(KeyCode code, boolean shift, boolean control) {
        workspace
                .view()
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    }

    private static Set<Integer> coloursOf(java.awt.image.BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    private static <T> T fx(Callable<T> task) throws Exception {
        return HeadlessToolkit.call(task);
    }

    private static Path await(CompletableFuture<Path> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    private static void until(BooleanSupplier condition) throws Exception {
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
}
