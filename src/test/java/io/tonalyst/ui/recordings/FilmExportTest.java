// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static io.tonalyst.ui.recordings.WorkspaceWindow.await;
import static io.tonalyst.ui.recordings.WorkspaceWindow.fx;
import static io.tonalyst.ui.recordings.WorkspaceWindow.run;
import static io.tonalyst.ui.recordings.WorkspaceWindow.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.video.VideoFormat;
import io.tonalyst.video.VideoFrames;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings are filmed from the window. */
class FilmExportTest {
    private static final VideoFormat SMALL = VideoFormat.of("720p", 10).orElseThrow();

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
    void theSelectionIsFilmedWithItsCaptions() throws Exception {
        window.openAnalysed();
        Path file = folder.resolve("part.mp4");
        run(
                () -> {
                    window.session().select(new TimeRange(2.5, 5));
                    window.workspace().exports().film(file, SMALL);
                });
        until(() -> window.said().contains("Wrote " + file + " and its captions."));

        assertThat(window.problems()).isEmpty();
        assertThat(VideoFrames.read(file).videoSeconds()).isCloseTo(2.5, within(0.1));
        assertThat(Files.readString(folder.resolve("part.srt")))
                .startsWith("1\n00:00:00,000 --> 00:00:00,500\n")
                .contains("Left: angry");
    }

    @Test
    void theRecordingItselfIsNeverWrittenOver() throws Exception {
        window.openAnalysed();
        byte[] before = Files.readAllBytes(window.recording());
        Path other = Files.createLink(folder.resolve("link.wav"), window.recording());
        run(
                () -> {
                    window.workspace().exports().film(window.recording(), SMALL);
                    window.workspace().writeEmotions(other);
                });
        assertThatThrownBy(
                        () -> await(fx(() -> window.workspace().exports().wav(window.recording()))))
                .hasMessageContaining("is the recording itself");

        assertThat(window.problems())
                .hasSize(3)
                .allMatch(problem -> problem.contains("is the recording itself; choose another"));
        assertThat(Files.readAllBytes(window.recording())).isEqualTo(before);
        assertThat(folder.resolve("tones.wav.srt")).doesNotExist();
    }

    @Test
    void aFilmThatCannotBeWrittenIsToldInOneSentence() throws Exception {
        window.openAnalysed();
        Path file = folder.resolve("missing/part.mp4");
        run(() -> window.workspace().exports().film(file, SMALL));
        until(() -> !window.problems().isEmpty());

        assertThat(window.problems()).singleElement().asString().contains("folder");
        assertThat(window.said()).noneMatch(sentence -> sentence.contains("part.mp4"));
    }

    @Test
    void closingTheWindowEndsAFilmAndLeavesNothingBehind() throws Exception {
        window.openAnalysed();
        Path file = folder.resolve("never.mp4");
        run(() -> window.workspace().exports().film(file, VideoFormat.of("4k", 60).orElseThrow()));
        window.letGo();
        until(() -> window.said().contains("Film never.mp4 was cancelled."));

        assertThat(folder).isDirectoryNotContaining("glob:**never*");
    }
}
