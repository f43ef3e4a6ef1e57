// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static io.tonalyst.ui.recordings.WorkspaceWindow.await;
import static io.tonalyst.ui.recordings.WorkspaceWindow.fx;
import static io.tonalyst.ui.recordings.WorkspaceWindow.run;
import static io.tonalyst.ui.recordings.WorkspaceWindow.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.signal.Signal;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.awt.image.BufferedImage;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks through the workspace as an analyst does, in a window on the headless platform. */
class RecordingsWorkspaceTest {
    @TempDir Path folder;

    private WorkspaceWindow window;

    @BeforeEach
    void openWindow() throws Exception {
        window = new WorkspaceWindow(folder);
    }

    @AfterEach
    void closeWindow() throws Exception {
        window.close();
    }

    @Test
    void aDroppedRecordingIsAnalysedZoomedSelectedPlayedAndExported() throws Exception {
        assertThat(fx(() -> window.driver().drop(480, 400, List.of(window.recording())))).isTrue();
        until(
                () ->
                        window.session() != null
                                && window.session().status() instanceof SessionStatus.Ready);
        assertThat(window.session().axis().duration())
                .isCloseTo(WorkspaceWindow.SECONDS, within(1e-6));

        Bounds waveform = window.pane("Waveform");
        double x = waveform.getMinX() + 0.6 * waveform.getWidth();
        double y = waveform.getCenterY();
        double anchor = window.timeAt(x, waveform);
        run(
                () -> {
                    window.driver().move(x, y);
                    window.driver().wheel(x, y, 3);
                });
        until(() -> window.session().axis().span() < 0.7 * WorkspaceWindow.SECONDS);
        assertThat(window.timeAt(x, waveform)).isCloseTo(anchor, within(0.02));

        double from = waveform.getMinX() + 200;
        double to = waveform.getMinX() + 300;
        double expectedStart = window.timeAt(from, waveform);
        double expectedEnd = window.timeAt(to, waveform);
        run(() -> window.driver().drag(from, y, to));
        TimeRange selection = window.session().selection().orElseThrow();
        assertThat(selection.start()).isCloseTo(expectedStart, within(0.03));
        assertThat(selection.end()).isCloseTo(expectedEnd, within(0.03));

        run(() -> window.press(KeyCode.SPACE));
        until(() -> window.workspace().positionSeconds() > selection.start() + 0.05);
        run(() -> window.workspace().pause());
        // Sound goes on until the window has noticed the pause, which a busy machine delays.
        assertThat(window.workspace().positionSeconds())
                .isBetween(selection.start(), selection.end() + 1);

        exportsAreWhole(selection);
        assertThat(window.problems()).isEmpty();
    }

    private void exportsAreWhole(TimeRange selection) throws Exception {
        for (ExportPart part : ExportPart.values()) {
            Path png = folder.resolve(part + ".png");
            await(fx(() -> window.workspace().exports().png(part, png, 2)));
            var image = ImageIO.read(png.toFile());
            assertThat(image.getWidth()).isEqualTo(2560);
            assertThat(coloursOf(image)).as(part.title()).hasSizeGreaterThan(20);
        }
        Path wav = folder.resolve("selection.wav");
        await(fx(() -> window.workspace().exports().wav(wav)));
        Signal written =
                new FfmpegDecoder().decode(wav, new CancelToken(), ProgressSink.NONE).signal();
        assertThat(written.seconds())
                .isCloseTo(selection.seconds(), within(2.0 / WorkspaceWindow.RATE));
        assertThat(written.channels()).isEqualTo(2);

        Path csv = folder.resolve("segments.csv");
        await(fx(() -> window.workspace().exports().segments(csv)));
        assertThat(Files.readAllLines(csv))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("0.000,4.000,0,angry,0.");
    }

    @Test
    void aBadFileIsSaidInOneSentenceAndTheOthersGoOn() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.wav"), "this is no sound");

        fx(() -> window.driver().drop(480, 400, List.of(bad, window.recording())));
        until(
                () ->
                        window.workspace().model().sessions().size() == 2
                                && window.workspace().model().sessions().get(1).status()
                                        instanceof SessionStatus.Ready);

        assertThat(window.workspace().model().sessions().getFirst().status())
                .isInstanceOf(SessionStatus.Problem.class);
        assertThat(window.problems()).singleElement().asString().contains("bad.wav");
    }

    @Test
    void keysZoomFitLoopAndMoveThePlayhead() throws Exception {
        window.openHeard();

        run(() -> window.press(KeyCode.PLUS));
        assertThat(window.session().axis().span())
                .isCloseTo(WorkspaceWindow.SECONDS / 2, within(1e-6));
        run(() -> window.press(KeyCode.END));
        assertThat(window.workspace().positionSeconds())
                .isCloseTo(WorkspaceWindow.SECONDS, within(0.01));
        assertThat(window.session().axis().end()).isCloseTo(WorkspaceWindow.SECONDS, within(1e-6));
        run(
                () -> {
                    window.press(KeyCode.F);
                    window.press(KeyCode.HOME);
                });
        assertThat(window.session().axis().isFitted()).isTrue();
        assertThat(window.workspace().positionSeconds()).isZero();
    }

    @Test
    void anExportThatCannotBeWrittenIsSaidAndFails() throws Exception {
        window.openHeard();
        Path nowhere = folder.resolve("none").resolve("x.png");

        CompletableFuture<Path> export =
                fx(() -> window.workspace().exports().png(ExportPart.WAVEFORM, nowhere, 1));

        assertThatThrownBy(() -> await(export)).hasMessageContaining("folder does not exist");
        assertThat(window.problems()).singleElement().asString().contains("folder does not exist");
    }

    @Test
    void aClosedWorkspaceIsFreed() throws Exception {
        window.openAnalysed();
        WeakReference<RecordingsWorkspace> freed = window.letGo();

        for (int i = 0; i < 100 && freed.get() != null; i++) {
            System.gc();
            Thread.sleep(50);
        }
        assertThat(freed.get()).isNull();
    }

    private static Set<Integer> coloursOf(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
