// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.playback.AudioSinks;
import io.tonalyst.playback.Playback;
import io.tonalyst.signal.PcmSource;
import io.tonalyst.time.SampleRate;
import io.tonalyst.time.Ticker;
import io.tonalyst.time.TimeMap;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No toolkit: what would go to the UI thread is queued and run by the test. */
class ScoreControllerTest {
    private static final double SECONDS_A_DAY = 0.05;
    private static final int DAYS = 31;

    private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final Playback playback = new Playback(AudioSinks::silent, Ticker.system());
    private final ScoreController player = new ScoreController(playback, ui::add);

    @AfterEach
    void close() {
        player.close();
    }

    @Test
    void loadingNeverPlaysByItself() {
        load(30);
        assertThat(player.playingProperty().get()).isFalse();
        assertThat(player.loadedProperty().get()).isTrue();
        assertThat(player.dayPositionProperty().get()).isEqualTo(30);
    }

    @Test
    void playsFromTheStartWhenAtTheEndAndNeverRunsBackwards() throws Exception {
        load(30);
        player.togglePlay();
        assertThat(player.dayPositionProperty().get()).isZero();
        double before = 0;
        double largestStep = 0;
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (player.playingProperty().get() && System.nanoTime() < end) {
            pump(4);
            player.tick();
            double now = player.dayPositionProperty().get();
            assertThat(now).isGreaterThanOrEqualTo(before);
            largestStep = Math.max(largestStep, now - before);
            before = now;
        }
        assertThat(await(() -> player.dayPositionProperty().get() == 30)).isTrue();
        assertThat(player.playingProperty().get()).isFalse();
        assertThat(largestStep).as("largest step in days").isLessThan(10);
    }

    @Test
    void followsTheAudioClockThroughTheMap() throws Exception {
        load(0);
        player.togglePlay();
        assertThat(await(() -> playback.positionSeconds() > 0.3)).isTrue();
        double low = playback.positionSeconds() / SECONDS_A_DAY;
        player.tick();
        double high = playback.positionSeconds() / SECONDS_A_DAY;
        assertThat(player.dayPositionProperty().get()).isBetween(low - 1e-9, high + 1e-9);
    }

    @Test
    void stepsToWholeDaysAndStaysWithinTheMonth() {
        load(0);
        player.step(1);
        assertThat(player.dayPositionProperty().get()).isEqualTo(1);
        player.step(-1);
        player.step(-1);
        assertThat(player.dayPositionProperty().get()).isZero();
        player.goTo(12.4);
        player.step(1);
        assertThat(player.dayPositionProperty().get()).isEqualTo(13);
        player.goTo(12.4);
        player.step(-1);
        assertThat(player.dayPositionProperty().get()).isEqualTo(12);
        player.goTo(Double.MAX_VALUE);
        player.step(7);
        assertThat(player.dayPositionProperty().get()).isEqualTo(30);
        assertThat(playback.isPlaying()).isFalse();
    }

    @Test
    void aDragMovesContinuouslyAndPlaybackGoesOnAfterIt() throws Exception {
        load(0);
        player.togglePlay();
        player.scrub(10.3);
        assertThat(player.dayPositionProperty().get()).isEqualTo(10.3);
        assertThat(player.playingProperty().get()).isFalse();
        player.scrub(11.7);
        player.endScrub();
        assertThat(player.playingProperty().get()).isTrue();
        assertThat(await(() -> playback.positionSeconds() > 11.8 * SECONDS_A_DAY)).isTrue();
        player.tick();
        assertThat(player.dayPositionProperty().get()).isGreaterThan(11.7);
    }

    @Test
    void anotherScoreGoesOnAtTheSameDay() throws Exception {
        load(0);
        player.togglePlay();
        assertThat(await(() -> playback.positionSeconds() > 0.2)).isTrue();
        player.tick();
        double day = player.dayPositionProperty().get();
        double slower = 0.4;
        player.load(
                new Silence(DAYS * slower),
                TimeMap.of(new double[] {0, DAYS * slower}, new double[] {0, DAYS}),
                DAYS,
                day);
        assertThat(player.playingProperty().get()).isTrue();
        assertThat(playback.positionSeconds()).isCloseTo(day * slower, within(0.3));
        assertThat(player.dayPositionProperty().get()).isGreaterThanOrEqualTo(day);
    }

    @Test
    void theLegendLeavesThePlayheadWhereItIs() throws Exception {
        load(5);
        player.playAside(new Silence(0.1));
        player.tick();
        assertThat(player.playingProperty().get()).isFalse();
        assertThat(player.dayPositionProperty().get()).isEqualTo(5);
        assertThat(await(() -> !playback.isPlaying() && playback.durationSeconds() > 1)).isTrue();
        assertThat(player.dayPositionProperty().get()).isEqualTo(5);
        assertThat(playback.positionSeconds()).isCloseTo(5 * SECONDS_A_DAY, within(1e-3));
    }

    @Test
    void repeatsWhileLooping() throws Exception {
        load(0);
        player.loopingProperty().set(true);
        player.goTo(29);
        player.togglePlay();
        assertThat(
                        await(
                                () -> {
                                    player.tick();
                                    return player.dayPositionProperty().get() < 5;
                                }))
                .isTrue();
        assertThat(playback.isPlaying()).isTrue();
    }

    @Test
    void tellsThatThereIsNoSoundDevice() throws Exception {
        load(0);
        assertThat(await(() -> !player.audibleProperty().get())).isTrue();
    }

    private void load(double at) {
        double length = DAYS * SECONDS_A_DAY;
        player.load(
                new Silence(length),
                TimeMap.of(new double[] {0, length}, new double[] {0, DAYS}),
                DAYS,
                at);
    }

    private boolean await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) {
                return true;
            }
            pump(5);
        }
        return false;
    }

    /** Runs what has been queued for the UI thread. */
    private void pump(int millis) throws InterruptedException {
        Runnable task = ui.poll(millis, TimeUnit.MILLISECONDS);
        while (task != null) {
            task.run();
            task = ui.poll();
        }
    }

    /** Sound of a given length, all zero. */
    private record Silence(double seconds) implements PcmSource {
        @Override
        public SampleRate sampleRate() {
            return new SampleRate(48_000);
        }

        @Override
        public long frames() {
            return Math.round(seconds * 48_000);
        }

        @Override
        public void read(long frame, float[] stereo, int offset, int count) {
            Arrays.fill(stereo, 2 * offset, 2 * (offset + count), 0);
        }
    }
}
