// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.ModelLocator;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.playback.AudioSinks;
import io.tonalyst.playback.Playback;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.time.Ticker;
import io.tonalyst.training.OwnTraining;
import io.tonalyst.training.Protocol;
import io.tonalyst.training.TinyCorpus;
import io.tonalyst.training.TinyEvaluation;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.RememberedStatus;
import io.tonalyst.work.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks through the pages of a model in a window on the headless platform. */
class ModelsWorkspaceTest {
    @TempDir private Path folder;

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final JobRunner runner = new JobRunner("test", 2);
    private final SimpleObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);
    private List<Path> folders = List.of();
    private ModelsWorkspace workspace;
    private Playback playback;
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @BeforeEach
    void openWindow() throws Exception {
        Path model = Files.createDirectories(folder.resolve("models/tiny"));
        Path shipped = ModelLocator.ofInstallation().shipped();
        for (String file : List.of("model.json", "history.json", "MODEL-CARD.md")) {
            Files.copy(shipped.resolve(file), model.resolve(file));
        }
        TinyEvaluation.write(model.resolve("evaluation"), Protocol.SPEAKER);
        TinyEvaluation.write(model.resolve("evaluation"), Protocol.CLIP);
        TinyCorpus.write(folder.resolve("corpora"), 1);
        new WavWriter()
                .write(
                        folder.resolve("corpora/DC_a01.wav"),
                        new Signal(new SampleRate(16_000), new float[32_000]));
        folders = List.of(folder.resolve("corpora"));
        fx(
                () -> {
                    playback = new Playback(AudioSinks::silent, Ticker.system());
                    workspace =
                            new ModelsWorkspace(
                                    model,
                                    new OwnTraining(new FfmpegDecoder(), folder.resolve("cache")),
                                    new FfmpegDecoder(),
                                    playback,
                                    remembered(),
                                    runner,
                                    new FxExecutor(),
                                    new RememberedStatus(new ArrayList<>(), problems),
                                    palette);
                    stage = new Stage();
                    stage.setScene(new Scene((Parent) workspace.view(), 1280, 800));
                    stage.show();
                    return null;
                });
        until(() -> workspace.isLoaded());
    }

    private RememberedFolders remembered() {
        return new RememberedFolders() {
            @Override
            public List<Path> get() {
                return folders;
            }

            @Override
            public void set(List<Path> chosen) {
                folders = chosen;
            }
        };
    }

    @AfterEach
    void closeWindow() throws Exception {
        fx(
                () -> {
                    workspace.close();
                    stage.close();
                    return null;
                });
        runner.close();
    }

    @Test
    void everyPageIsBuiltAndTheMatrixIsReadByKeys() throws Exception {
        List<String> titles = fx(workspace::pageTitles);
        assertThat(titles)
                .contains("Overview", "Protocols", "Reliability", "Training", "Run log", "Data");
        for (String title : titles) {
            fx(
                    () -> {
                        workspace.showPage(title);
                        workspace.view().applyCss();
                        ((Parent) workspace.view()).layout();
                        return null;
                    });
            assertThat(fx(() -> workspace.view().lookup(".models-page"))).as(title).isNotNull();
        }
        fx(
                () -> {
                    workspace.showPage("Protocols");
                    return null;
                });
        assertThat(text(".chart-readout")).noneMatch(t -> t.contains("Acted"));
        press(KeyCode.DOWN, KeyCode.RIGHT);
        assertThat(text(".chart-readout")).anyMatch(t -> t.contains("Acted neutral, told calm"));
        press(KeyCode.DOWN);
        assertThat(text(".chart-readout")).anyMatch(t -> t.contains("Acted calm, told calm"));
        press(KeyCode.ESCAPE);
        assertThat(text(".chart-readout")).noneMatch(t -> t.contains("Acted"));
        assertThat(problems).isEmpty();
    }

    @Test
    void examplesComeFromTheRememberedFoldersAndPlayOnlyWhenAsked() throws Exception {
        fx(
                () -> {
                    workspace.showPage("Data");
                    return null;
                });
        until(() -> text(".chart-title").contains("CREMA-D sad"));
        assertThat(text(".chart-title")).contains("CREMA-D angry");
        assertThat(fx(playback::isPlaying)).isFalse();
        fx(
                () -> {
                    combo().setValue("SAVEE");
                    return null;
                });
        until(() -> text(".chart-title").contains("SAVEE angry"));
        fx(
                () -> {
                    workspace.view().lookupAll(".button").stream()
                            .filter(n -> "Play angry".equals(n.getAccessibleText()))
                            .map(Button.class::cast)
                            .findFirst()
                            .orElseThrow()
                            .fire();
                    return null;
                });
        until(playback::isPlaying);
        fx(
                () -> {
                    workspace.deactivate();
                    return null;
                });
        assertThat(fx(playback::isPlaying)).isFalse();
        assertThat(problems).isEmpty();
    }

    @Test
    void aChartIsExportedAtTwiceItsSize() throws Exception {
        Path file = folder.resolve("chart.png");
        List<String> said = new CopyOnWriteArrayList<>();
        var export = new ChartExport(runner, new RememberedStatus(said, problems));
        Chart chart = MatrixChart.confusion("Confusion, speaker", ChartsTest.figures(), true);

        boolean written =
                fx(() -> export.png(chart, 300, 200, 2, Palette.LIGHT, file))
                        .get(20, TimeUnit.SECONDS);

        assertThat(written).isTrue();
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(600);
        assertThat(ImageIO.read(file.toFile()).getHeight()).isEqualTo(468);
        assertThat(said).singleElement().asString().contains("chart.png");
        assertThat(ChartExport.fileName(chart)).isEqualTo("confusion-speaker.png");
    }

    @SuppressWarnings("unchecked")
    private javafx.scene.control.ComboBox<String> combo() {
        return workspace.view().lookupAll(".combo-box").stream()
                .filter(n -> "Corpus the examples are of".equals(n.getAccessibleText()))
                .map(n -> (javafx.scene.control.ComboBox<String>) n)
                .findFirst()
                .orElseThrow();
    }

    private void press(KeyCode... codes) throws Exception {
        fx(
                () -> {
                    Node frame = workspace.view().lookup(".chart-frame");
                    for (KeyCode code : codes) {
                        frame.fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        code,
                                        false,
                                        false,
                                        false,
                                        false));
                    }
                    return null;
                });
    }

    private List<String> text(String style) throws Exception {
        return fx(
                () ->
                        workspace.view().lookupAll(style).stream()
                                .filter(Labeled.class::isInstance)
                                .map(n -> ((Labeled) n).getText())
                                .collect(Collectors.toList()));
    }

    private static <T> T fx(Callable<T> task) throws Exception {
        return HeadlessToolkit.call(task);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!fx(condition)) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
