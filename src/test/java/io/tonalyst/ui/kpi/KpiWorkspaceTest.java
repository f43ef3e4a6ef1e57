// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.source.Presets;
import io.tonalyst.playback.AudioSinks;
import io.tonalyst.playback.Playback;
import io.tonalyst.sonify.Synth;
import io.tonalyst.time.Ticker;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.RememberedStatus;
import io.tonalyst.ui.kpi.calls.CallRecordings;
import io.tonalyst.work.JobRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.sound.midi.MidiSystem;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workspace in a headless window with the silent sink. */
class KpiWorkspaceTest {
    @TempDir Path folder;

    private final JobRunner jobs = new JobRunner("test", 2);
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private Playback playback;
    private KpiWorkspace workspace;
    private Stage stage;

    @BeforeEach
    void show() throws Exception {
        HeadlessToolkit.start();
        playback = new Playback(AudioSinks::silent, Ticker.system());
        stage =
                HeadlessToolkit.call(
                        () -> {
                            workspace =
                                    new KpiWorkspace(
                                            SampleLog::read,
                                            new MappingStore(
                                                    folder.resolve("mappings"), new Presets()),
                                            new KpiCalculator(new Synth()),
                                            playback,
                                            jobs,
                                            new FxExecutor(),
                                            new RememberedStatus(said, problems),
                                            new SimpleObjectProperty<>(Palette.LIGHT),
                                            folder.resolve("none.csv"),
                                            CallRecordings.none());
                            var window = new Stage();
                            window.setScene(new Scene(new StackPane(workspace.view()), 980, 900));
                            window.show();
                            return window;
                        });
    }

    @AfterEach
    void close() throws Exception {
        HeadlessToolkit.call(
                () -> {
                    workspace.close();
                    stage.close();
                    return null;
                });
        jobs.close();
    }

    @Test
    void takesCallLogsAndSaysWhatToDoBeforeOneIsOpen() throws Exception {
        assertThat(workspace.accepts(Path.of("Call_log.CSV"))).isTrue();
        assertThat(workspace.accepts(Path.of("call.wav"))).isFalse();
        assertThat(fx(() -> workspace.view().lookup(".kpi-empty"))).isNotNull();
        press(KeyCode.SPACE);
        press(KeyCode.RIGHT);
        assertThat(problems).isEmpty();
    }

    @Test
    void playsAMonthInStepWithTheClock() throws Exception {
        open();
        assertThat(fx(() -> workspace.player().playingProperty().get())).isFalse();
        assertThat(day()).isEqualTo(30);
        fx(() -> setAndNull(() -> workspace.model().selection().speedProperty().set(4.0)));
        await(() -> workspace.model().shownProperty().get().request().speed() == 4);

        var days = fx(() -> workspace.model().shownProperty().get().score().days());
        List<Double> drawn = new ArrayList<>();
        List<Double> behind = new ArrayList<>();
        fx(
                () ->
                        workspace
                                .player()
                                .dayPositionProperty()
                                .subscribe(
                                        day -> {
                                            drawn.add(day.doubleValue());
                                            double heard = days.apply(playback.positionSeconds());
                                            behind.add(Math.min(30, heard) - day.doubleValue());
                                        }));
        fx(() -> setAndNull(drawn::clear));
        press(KeyCode.SPACE);
        await(() -> !playback.isPlaying());
        assertThat(drawn).hasSizeGreaterThan(3).isSorted();
        double[] sorted = behind.stream().mapToDouble(Math::abs).sorted().toArray();
        assertThat(sorted[sorted.length / 2])
                .as("median of how far the picture is behind, in days: %s", behind)
                .isLessThan(0.1);
        await(() -> day() == 30);
        assertThat(fx(() -> workspace.player().audibleProperty().get())).isFalse();
    }

    @Test
    void keysStepThroughDaysAndAgents() throws Exception {
        open();
        press(KeyCode.HOME);
        assertThat(day()).isZero();
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT);
        assertThat(day()).isEqualTo(2);
        press(KeyCode.LEFT);
        assertThat(day()).isEqualTo(1);
        press(KeyCode.END);
        assertThat(day()).isEqualTo(30);
        press(KeyCode.L);
        press(KeyCode.M);
        assertThat(fx(() -> workspace.player().loopingProperty().get())).isTrue();
        assertThat(fx(() -> workspace.player().mutedProperty().get())).isTrue();
        press(KeyCode.PERIOD);
        assertThat(fx(() -> workspace.model().selection().speedProperty().get())).isEqualTo(1.5);
        press(KeyCode.DOWN);
        await(() -> workspace.model().shownProperty().get().request().query().agent() == 32400);
    }

    @Test
    void tableAndChartMoveTogether() throws Exception {
        open();
        TableView<?> table = fx(() -> (TableView<?>) workspace.view().lookup(".kpi-table"));
        assertThat(fx(() -> table.getItems().size())).isEqualTo(31);
        fx(() -> setAndNull(() -> workspace.player().goTo(9)));
        assertThat(fx(() -> table.getSelectionModel().getSelectedIndex())).isEqualTo(9);
        fx(() -> setAndNull(() -> table.getSelectionModel().clearAndSelect(17)));
        assertThat(day()).isEqualTo(17);
        fx(
                () ->
                        setAndNull(
                                () ->
                                        workspace
                                                .model()
                                                .selection()
                                                .measureProperty()
                                                .set(Measure.FCR)));
        await(() -> workspace.model().shownProperty().get().series().measure() == Measure.FCR);
        assertThat(day()).as("the playhead stays in the month").isEqualTo(17);
    }

    @Test
    void exportsOpenAgain() throws Exception {
        open();
        var shown = fx(() -> workspace.model().shownProperty().get());
        Path png = folder.resolve("chart.png");
        Path wav = folder.resolve("month.wav");
        Path midi = folder.resolve("month.mid");
        fx(
                () ->
                        setAndNull(
                                () -> {
                                    workspace
                                            .export()
                                            .png(shown.frame().at(13), 2, Palette.LIGHT, png);
                                    workspace.export().wav(shown, wav);
                                    workspace.export().midi(shown, midi);
                                }));
        await(() -> said.stream().filter(s -> s.startsWith("Wrote")).count() == 3);
        var picture = ImageIO.read(png.toFile());
        assertThat(picture.getWidth()).isEqualTo(2560);
        assertThat(picture.getHeight()).isEqualTo(1440);
        try (var sound = AudioSystem.getAudioInputStream(wav.toFile())) {
            assertThat(sound.getFrameLength()).isEqualTo(shown.sound().frames());
            assertThat(sound.getFormat().getChannels()).isEqualTo(2);
        }
        assertThat(MidiSystem.getSequence(midi.toFile()).getTracks()).isNotEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void anExportThatCannotBeWrittenIsOneSentence() throws Exception {
        open();
        var shown = fx(() -> workspace.model().shownProperty().get());
        Path nowhere = folder.resolve("no such folder");
        fx(
                () ->
                        setAndNull(
                                () -> {
                                    workspace
                                            .export()
                                            .png(
                                                    shown.frame(),
                                                    1,
                                                    Palette.LIGHT,
                                                    nowhere.resolve("a.png"));
                                    workspace.export().wav(shown, nowhere.resolve("a.wav"));
                                    workspace.export().midi(shown, nowhere.resolve("a.mid"));
                                }));
        await(() -> problems.size() == 3);
        assertThat(problems).allMatch(p -> p.endsWith(".") && p.contains("no such folder"));
    }

    private void open() throws Exception {
        Path log = SampleLog.write(folder);
        fx(() -> setAndNull(() -> workspace.open(List.of(log))));
        await(() -> workspace.player().loadedProperty().get());
    }

    private double day() {
        return workspace.player().dayPositionProperty().get();
    }

    private void press(KeyCode key) throws Exception {
        fx(
                () -> {
                    Node target = workspace.view();
                    target.fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
                    return null;
                });
    }

    private static Object setAndNull(Runnable action) {
        action.run();
        return "";
    }

    private static <T> T fx(Callable<T> task) throws Exception {
        return HeadlessToolkit.call(task);
    }

    private void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!fx(condition)) {
            assertThat(System.nanoTime()).as("in time; problems %s", problems).isLessThan(end);
            Thread.sleep(10);
        }
    }
}
