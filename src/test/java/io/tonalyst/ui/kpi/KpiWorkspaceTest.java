// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static io.tonalyst.ui.kpi.KpiWindow.call;
import static io.tonalyst.ui.kpi.KpiWindow.fx;
import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.kpi.Measure;
import io.tonalyst.ui.Palette;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
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

    private KpiWindow window;
    private KpiWorkspace workspace;

    @BeforeEach
    void show() throws Exception {
        window = KpiWindow.show(folder, 980, 900);
        workspace = window.workspace();
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void takesCallLogsAndSaysWhatToDoBeforeOneIsOpen() throws Exception {
        assertThat(workspace.accepts(Path.of("Call_log.CSV"))).isTrue();
        assertThat(workspace.accepts(Path.of("call.wav"))).isFalse();
        assertThat(call(() -> workspace.view().lookup(".kpi-empty"))).isNotNull();
        press(KeyCode.SPACE);
        press(KeyCode.RIGHT);
        assertThat(window.problems()).isEmpty();
    }

    @Test
    void playsAMonthInStepWithTheClock() throws Exception {
        open();
        assertThat(call(() -> workspace.player().playingProperty().get())).isFalse();
        assertThat(day()).isEqualTo(30);
        fx(() -> workspace.model().selection().speedProperty().set(4.0));
        window.await(() -> workspace.model().shownProperty().get().request().speed() == 4);

        var days = call(() -> workspace.model().shownProperty().get().score().days());
        List<Double> drawn = new ArrayList<>();
        List<Double> behind = new ArrayList<>();
        call(
                () ->
                        workspace
                                .player()
                                .dayPositionProperty()
                                .subscribe(
                                        day -> {
                                            drawn.add(day.doubleValue());
                                            double heard =
                                                    days.apply(window.playback().positionSeconds());
                                            behind.add(Math.min(30, heard) - day.doubleValue());
                                        }));
        fx(drawn::clear);
        press(KeyCode.SPACE);
        window.await(() -> !window.playback().isPlaying());
        assertThat(drawn).hasSizeGreaterThan(3).isSorted();
        double[] sorted = behind.stream().mapToDouble(Math::abs).sorted().toArray();
        assertThat(sorted[sorted.length / 2])
                .as("median of how far the picture is behind, in days: %s", behind)
                .isLessThan(0.1);
        window.await(() -> day() == 30);
        assertThat(call(() -> workspace.player().audibleProperty().get())).isFalse();
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
        assertThat(call(() -> workspace.player().loopingProperty().get())).isTrue();
        assertThat(call(() -> workspace.player().mutedProperty().get())).isTrue();
        press(KeyCode.PERIOD);
        assertThat(call(() -> workspace.model().selection().speedProperty().get())).isEqualTo(1.5);
        press(KeyCode.DOWN);
        window.await(
                () -> workspace.model().shownProperty().get().request().query().agent() == 32400);
    }

    @Test
    void tableAndChartMoveTogether() throws Exception {
        open();
        TableView<?> table = call(() -> (TableView<?>) workspace.view().lookup(".kpi-table"));
        assertThat(call(() -> table.getItems().size())).isEqualTo(31);
        fx(() -> workspace.player().goTo(9));
        assertThat(call(() -> table.getSelectionModel().getSelectedIndex())).isEqualTo(9);
        fx(() -> table.getSelectionModel().clearAndSelect(17));
        assertThat(day()).isEqualTo(17);
        fx(() -> workspace.model().selection().measureProperty().set(Measure.FCR));
        window.await(
                () -> workspace.model().shownProperty().get().series().measure() == Measure.FCR);
        assertThat(day()).as("the playhead stays in the month").isEqualTo(17);
    }

    @Test
    void exportsOpenAgain() throws Exception {
        open();
        var shown = call(() -> workspace.model().shownProperty().get());
        Path png = folder.resolve("chart.png");
        Path wav = folder.resolve("month.wav");
        Path midi = folder.resolve("month.mid");
        fx(
                () -> {
                    workspace.export().png(shown.frame().at(13), 2, Palette.LIGHT, png);
                    workspace.export().wav(shown, wav);
                    workspace.export().midi(shown, midi);
                });
        window.await(() -> window.said().stream().filter(s -> s.startsWith("Wrote")).count() == 3);
        var picture = ImageIO.read(png.toFile());
        assertThat(picture.getWidth()).isEqualTo(2560);
        assertThat(picture.getHeight()).isEqualTo(1440);
        try (var sound = AudioSystem.getAudioInputStream(wav.toFile())) {
            assertThat(sound.getFrameLength()).isEqualTo(shown.sound().frames());
            assertThat(sound.getFormat().getChannels()).isEqualTo(2);
        }
        assertThat(MidiSystem.getSequence(midi.toFile()).getTracks()).isNotEmpty();
        assertThat(window.problems()).isEmpty();
    }

    @Test
    void anExportThatCannotBeWrittenIsOneSentence() throws Exception {
        open();
        var shown = call(() -> workspace.model().shownProperty().get());
        Path nowhere = folder.resolve("no such folder");
        fx(
                () -> {
                    workspace
                            .export()
                            .png(shown.frame(), 1, Palette.LIGHT, nowhere.resolve("a.png"));
                    workspace.export().wav(shown, nowhere.resolve("a.wav"));
                    workspace.export().midi(shown, nowhere.resolve("a.mid"));
                });
        window.await(() -> window.problems().size() == 3);
        assertThat(window.problems())
                .allMatch(p -> p.endsWith(".") && p.contains("no such folder"));
    }

    private void open() throws Exception {
        Path log = SampleLog.write(folder);
        fx(() -> workspace.open(List.of(log)));
        window.await(() -> workspace.player().loadedProperty().get());
    }

    private double day() {
        return workspace.player().dayPositionProperty().get();
    }

    private void press(KeyCode key) throws Exception {
        fx(() -> KpiWindow.press(workspace.view(), key));
    }
}
