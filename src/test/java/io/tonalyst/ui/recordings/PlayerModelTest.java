// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.playback.AudioSinks;
import io.tonalyst.playback.Playback;
import io.tonalyst.recording.Recording;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.time.Ticker;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlayerModelTest {
    private static final WaveSummary FLAT = (from, to, columns, min, max, rms) -> {};

    private final PlayerModel player =
            new PlayerModel(new Playback(AudioSinks::silent, Ticker.system()), Runnable::run);

    @AfterEach
    void close() {
        player.close();
    }

    @Test
    void nothingCanBePlayedBeforeThereIsSound() {
        player.bring(new RecordingSession(Path.of("a.wav")));
        player.play();

        assertThat(player.canPlay()).isFalse();
        assertThat(player.isPlaying()).isFalse();
        assertThat(player.position()).isZero();
    }

    @Test
    void aSelectionIsPlayedOnceAndPlaybackRestsAtItsEnd() {
        RecordingSession session = session("a.wav", 5);
        player.bring(session);
        session.select(new TimeRange(2, 2.2));
        player.play();
        assertThat(player.position()).isGreaterThanOrEqualTo(2);

        until(
                () -> {
                    player.tick();
                    return !player.isPlaying();
                });

        assertThat(player.position()).isCloseTo(2.2, within(0.01));
    }

    @Test
    void aLoopStaysWithinTheSelection() {
        RecordingSession session = session("a.wav", 5);
        player.bring(session);
        session.select(new TimeRange(1, 1.1));
        player.setLooping(true);
        player.play();

        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
        while (System.nanoTime() < end) {
            player.tick();
            assertThat(player.position()).isBetween(0.999, 1.101);
        }
        assertThat(player.isPlaying()).isTrue();
    }

    @Test
    void stopGoesBackToTheStartOfTheSelectionOrTheRecording() {
        RecordingSession session = session("a.wav", 5);
        player.bring(session);
        player.seek(3);
        player.stop();
        assertThat(player.position()).isZero();

        session.select(new TimeRange(1.5, 2));
        player.stop();
        assertThat(player.position()).isCloseTo(1.5, within(0.001));
    }

    @Test
    void eachRecordingKeepsItsPlace() {
        RecordingSession first = session("a.wav", 5);
        RecordingSession second = session("b.wav", 5);
        player.bring(first);
        player.seek(4);
        player.bring(second);
        assertThat(player.position()).isZero();

        player.bring(first);

        assertThat(player.position()).isCloseTo(4, within(0.001));
        assertThat(player.isPlaying()).isFalse();
    }

    private static RecordingSession session(String name, int seconds) {
        var session = new RecordingSession(Path.of(name));
        var signal = new Signal(new SampleRate(8000), new float[8000 * seconds]);
        session.setSound(
                Sound.of(new Recording(session.file(), signal, "wav"), List.of(FLAT)),
                new SessionStatus.Ready());
        return session;
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
