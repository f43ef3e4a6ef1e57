// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static io.tonalyst.ui.recordings.WorkspaceWindow.fx;
import static io.tonalyst.ui.recordings.WorkspaceWindow.run;
import static io.tonalyst.ui.recordings.WorkspaceWindow.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.signal.Signal;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.SoundPresets;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Emotions are heard instead of the recording, in the times of the recording. */
class EmotionHearingTest {
    private static final Mapping PRECISE = new Mapping.Designed(SoundPresets.precise());

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
    void emotionsAreHeardInTheTimesOfTheRecording() throws Exception {
        window.openAnalysed();
        run(
                () -> {
                    window.session().select(new TimeRange(2, 4));
                    window.press(KeyCode.OPEN_BRACKET);
                    window.press(KeyCode.RIGHT, true, false);
                });
        double place = fx(() -> window.workspace().positionSeconds());
        assertThat(place).isPositive();
        run(() -> window.press(KeyCode.H));
        until(() -> window.said().stream().anyMatch(s -> s.contains("valence")));

        assertThat(fx(() -> window.workspace().positionSeconds())).isCloseTo(place, within(0.01));
        assertThat(menus()).contains("Emotions heard");
        run(
                () -> {
                    window.press(KeyCode.A);
                    window.press(KeyCode.HOME);
                });
        assertThat(fx(() -> window.workspace().positionSeconds())).isZero();
        long begun = System.nanoTime();
        run(() -> window.workspace().play());
        until(() -> window.workspace().positionSeconds() > 4);
        assertThat(System.nanoTime() - begun)
                .as("heard faster than the recording lasts")
                .isLessThan(4_000_000_000L);
        until(() -> !window.workspace().isPlaying());

        run(() -> window.press(KeyCode.H));
        assertThat(menus()).contains("Hear").doesNotContain("Emotions heard");
        assertThat(window.problems()).isEmpty();
    }

    @Test
    void whatIsToldOfASecondSoundsThere() throws Exception {
        window.openAnalysed();
        var timeline = window.session().timeline().orElseThrow();
        HeardEmotions heard = HeardEmotions.of(timeline, "tones.wav", OptionalInt.empty(), PRECISE);

        for (double second = 0; second < WorkspaceWindow.SECONDS - 1; second += 0.5) {
            assertThat(heard.told(heard.place(second))).isCloseTo(second, within(1e-9));
        }
        assertThat(heard.score().notes())
                .as("a note for each second with speech in any channel")
                .hasSize(6)
                .first()
                .satisfies(
                        note ->
                                assertThat(note.label())
                                        .startsWith("0:00 angry")
                                        .contains("valence"));
    }

    @Test
    void tonesAreWrittenAsWavAndMidi() throws Exception {
        window.openAnalysed();
        Path wav = folder.resolve("tones-heard.wav");
        Path midi = folder.resolve("tones-heard.mid");
        run(() -> window.workspace().writeEmotions(wav));
        run(() -> window.workspace().writeEmotions(midi));
        until(
                () ->
                        window.said()
                                .containsAll(List.of("Wrote " + wav + ".", "Wrote " + midi + ".")));

        HeardEmotions heard =
                HeardEmotions.of(
                        window.session().timeline().orElseThrow(),
                        "tones.wav",
                        OptionalInt.empty(),
                        PRECISE);
        Signal read =
                new FfmpegDecoder().decode(wav, new CancelToken(), ProgressSink.NONE).signal();
        assertThat(read.length()).isEqualTo(heard.sound().frames());
        assertThat(notes(MidiSystem.getSequence(midi.toFile())))
                .isGreaterThanOrEqualTo(heard.score().notes().size());
        assertThat(window.problems()).isEmpty();
    }

    @Test
    void withoutPredictionsThereIsNothingToHear() throws Exception {
        run(
                () -> {
                    window.workspace().hearEmotions(true);
                    window.workspace().writeEmotions(folder.resolve("none.wav"));
                    window.workspace().open(List.of(window.recording()));
                    window.workspace().hearEmotions(true);
                });

        assertThat(menus()).contains("Hear").doesNotContain("Emotions heard");
        assertThat(window.problems())
                .containsExactly(
                        "There are no predictions yet: wait for the analysis.",
                        "tones.wav has no predictions yet: wait for its analysis.");
        assertThat(folder.resolve("none.wav")).doesNotExist();
    }

    @Test
    void anotherRecordingInFrontIsHeardAsItIs() throws Exception {
        window.openAnalysed();
        run(() -> window.workspace().hearEmotions(true));
        until(() -> window.said().stream().anyMatch(s -> s.contains("valence")));
        Path second = Files.copy(window.recording(), folder.resolve("second.wav"));
        run(() -> window.workspace().open(List.of(second)));
        until(() -> window.session().file().equals(second) && window.workspace().isReadyToPlay());

        assertThat(menus()).contains("Hear").doesNotContain("Emotions heard");
        run(() -> window.press(KeyCode.END));
        assertThat(fx(() -> window.workspace().positionSeconds()))
                .isCloseTo(WorkspaceWindow.SECONDS, within(0.01));
    }

    private static long notes(Sequence sequence) {
        long notes = 0;
        for (Track track : sequence.getTracks()) {
            for (int i = 0; i < track.size(); i++) {
                if (track.get(i).getMessage() instanceof ShortMessage message
                        && message.getCommand() == ShortMessage.NOTE_ON
                        && message.getData2() > 0) {
                    notes++;
                }
            }
        }
        return notes;
    }

    private List<String> menus() throws Exception {
        return fx(
                () ->
                        window.workspace().view().lookupAll(".menu-button").stream()
                                .filter(MenuButton.class::isInstance)
                                .map(menu -> ((MenuButton) menu).getText())
                                .toList());
    }
}
