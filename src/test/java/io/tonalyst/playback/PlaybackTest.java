// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.time.Ticker;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole of playback, threads included, against silence in real time. */
class PlaybackTest {
    private final Playback playback = new Playback(AudioSinks::silent, Ticker.system());

    @AfterEach
    void close() {
        playback.close();
    }

    @Test
    void playsInRealTimeAndRestsWhereItIsPaused() throws Exception {
        playback.load(Ramp.ofSeconds(16_000, 10));
        assertThat(playback.durationSeconds()).isEqualTo(10);
        assertThat(playback.positionSeconds()).isZero();
        long begun = System.nanoTime();
        playback.play();
        assertThat(playback.isPlaying()).isTrue();
        double before = 0;
        while (before < 0.4) {
            double now = playback.positionSeconds();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
            assertThat(seconds(begun)).as("time to play 0.4 s").isLessThan(10);
        }
        // A busy machine may start late, but nothing may run ahead of real time.
        assertThat(before).isLessThan(seconds(begun) + 0.02);
        playback.pause();
        double rest = playback.positionSeconds();
        assertThat(rest).isGreaterThanOrEqualTo(before);
        Thread.sleep(50);
        assertThat(playback.positionSeconds()).isEqualTo(rest);
        assertThat(playback.isPlaying()).isFalse();
        assertThat(playback.isAudible()).isFalse();
    }

    @Test
    void tellsItsListenerOfStartPauseAndEnd() throws Exception {
        CountDownLatch opened = new CountDownLatch(1);
        CountDownLatch playing = new CountDownLatch(1);
        CountDownLatch paused = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        playback.addListener(
                new PlaybackListener() {
                    @Override
                    public void playing() {
                        playing.countDown();
                    }

                    @Override
                    public void paused() {
                        paused.countDown();
                    }

                    @Override
                    public void ended() {
                        ended.countDown();
                    }

                    @Override
                    public void sinkChanged(boolean audible, String device) {
                        opened.countDown();
                    }
                });
        playback.load(Ramp.ofSeconds(48_000, 30));
        playback.play();
        assertThat(playing.await(5, TimeUnit.SECONDS)).isTrue();
        playback.pause();
        assertThat(paused.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(opened.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(ended.getCount()).isEqualTo(1);
        playback.seek(29.9);
        playback.play();
        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(playback.hasEnded()).isTrue();
        assertThat(playback.positionSeconds()).isEqualTo(30);
    }

    @Test
    void clampsPlacesAndRefusesSpeedsOutsideItsRange() {
        playback.load(Ramp.ofSeconds(8_000, 3));
        playback.seek(-1);
        assertThat(playback.positionSeconds()).isZero();
        playback.seek(99);
        assertThat(playback.positionSeconds()).isEqualTo(3);
        playback.scrub(1.5);
        assertThat(playback.positionSeconds()).isEqualTo(1.5);
        assertThat(playback.isPlaying()).isFalse();
        for (double speed : List.of(0.2, 8.1, Double.NaN)) {
            assertThatThrownBy(() -> playback.setSpeed(speed))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("0.25 and 8");
        }
    }

    @Test
    void withNothingLoadedDoesNothing() {
        playback.play();
        assertThat(playback.isPlaying()).isFalse();
        assertThat(playback.positionSeconds()).isZero();
        assertThat(playback.durationSeconds()).isZero();
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
