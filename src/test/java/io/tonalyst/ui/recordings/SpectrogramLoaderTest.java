// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.recording.Recording;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.ui.recordings.SpectrogramPicture.Piece;
import io.tonalyst.work.JobRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SpectrogramLoaderTest {
    private static final int RATE = 8000;
    private static final SpectrogramSettings SETTINGS = SpectrogramSettings.DEFAULT;

    private final BlockingQueue<Runnable> uiTasks = new LinkedBlockingQueue<>();
    private final JobRunner runner = new JobRunner("test", 2);
    private final SpectrogramLoader loader = new SpectrogramLoader(runner, uiTasks::add, () -> {});
    private final Sound sound = sound(120);

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @AfterEach
    void stop() {
        loader.clear();
        runner.close();
    }

    @Test
    void theViewIsCoveredWithoutGapsOnBothChannels() {
        var view = view(10, 50);
        loader.want(view);
        assertThat(loader.picture(view).pieces()).isEmpty();
        until(loader::isComplete);

        for (int c = 0; c < 2; c++) {
            int channel = c;
            List<Piece> pieces =
                    loader.picture(view).pieces().stream()
                            .filter(p -> p.channel() == channel)
                            .sorted(java.util.Comparator.comparingDouble(Piece::start))
                            .toList();
            assertThat(pieces.getFirst().start()).isLessThanOrEqualTo(10);
            assertThat(pieces.getLast().end()).isGreaterThanOrEqualTo(50);
            for (int i = 1; i < pieces.size(); i++) {
                assertThat(pieces.get(i).start()).isEqualTo(pieces.get(i - 1).end());
            }
        }
        double height = SETTINGS.scale().position(1000, RATE / 2.0);
        assertThat(loader.level(0, 30, height)).isBetween(-7.0, -5.0);
        assertThat(loader.level(0, 30, 0.99)).isLessThan(-80);
        assertThat(loader.level(0, 60, height)).isNaN();
        assertThat(loader.maximum()).isBetween(-7.0, -5.0);
    }

    @Test
    void oldTilesAreStretchedUntilNewOnesArrive() {
        loader.want(view(0, 120));
        until(loader::isComplete);
        var closer = view(50, 60);
        loader.want(closer);

        List<Piece> before = loader.picture(closer).pieces();
        assertThat(before).isNotEmpty();
        until(loader::isComplete);
        List<Piece> after = loader.picture(closer).pieces();

        assertThat(after).doesNotContainAnyElementsOf(before);
        double widest = after.stream().mapToDouble(p -> p.end() - p.start()).max().orElse(0);
        double stretched = before.stream().mapToDouble(p -> p.end() - p.start()).max().orElse(0);
        assertThat(widest).isLessThan(stretched);
    }

    @Test
    void whatWasThereIsThereAgainAtOnce() {
        loader.want(view(0, 120));
        until(loader::isComplete);
        loader.want(view(50, 60));
        until(loader::isComplete);

        loader.want(view(0, 120));

        assertThat(loader.isComplete()).isTrue();
    }

    @Test
    void otherColoursAreDrawnFromTheSameTiles() {
        loader.want(view(0, 20));
        until(loader::isComplete);
        var pieces = loader.picture(view(0, 20)).pieces();
        var darker = new SpectrogramLoader.View(sound, 0, 20, 800, 100, SETTINGS.withRange(-60, 0));
        loader.want(darker);
        assertThat(loader.isComplete()).isFalse();
        assertThat(loader.picture(darker).pieces()).isEqualTo(pieces);
        until(loader::isComplete);

        assertThat(loader.picture(darker).pieces()).hasSameSizeAs(pieces).isNotEqualTo(pieces);
    }

    @Test
    void hastyScrollingComesToAnEnd() {
        for (int i = 0; i < 100; i++) {
            loader.want(view(i, i + 10.0 / (1 + i % 7)));
            Runnable task = uiTasks.poll();
            if (task != null) {
                task.run();
            }
        }
        var last = view(100, 110);
        until(
                () -> {
                    loader.want(last);
                    return loader.isComplete();
                });

        assertThat(loader.picture(last).pieces()).isNotEmpty();
    }

    private SpectrogramLoader.View view(double start, double end) {
        return new SpectrogramLoader.View(sound, start, end, 800, 100, SETTINGS);
    }

    private void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        try {
            while (!condition.getAsBoolean()) {
                assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
                Runnable task = uiTasks.poll(20, TimeUnit.MILLISECONDS);
                if (task != null) {
                    task.run();
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Sound sound(int seconds) {
        float[] left = new float[seconds * RATE];
        for (int i = 0; i < left.length; i++) {
            left[i] = (float) (0.5 * Math.sin(2 * Math.PI * 1000 * i / RATE));
        }
        var signal = new Signal(new SampleRate(RATE), left, new float[left.length]);
        return Sound.of(new Recording(Path.of("tone.wav"), signal, "wav"), List.of());
    }
}
