// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.Recording;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.signal.Signal;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final int RATE = 16_000;

    @TempDir Path folder;

    @Test
    void whatComesInIsInTheFileSampleBySample() throws Exception {
        Path file = folder.resolve("a.wav");
        var recorder = recorder(new FakeInput(RATE, 2, 0, 10 * RATE), file);

        recorder.start();
        await(() -> recorder.seconds() >= 10);
        recorder.close();

        Recording read = read(file);
        assertThat(read.damage()).isEmpty();
        assertThat(read.signal().seconds()).isEqualTo(recorder.seconds()).isEqualTo(10);
        for (int i = 0; i < 10 * RATE; i += 7) {
            for (int c = 0; c < 2; c++) {
                assertThat(read.signal().channel(c)[i] * 32768f)
                        .isEqualTo(FakeInput.sample(i, c, RATE));
            }
        }
    }

    @Test
    void memoryHoldsTheLastSecondsWhereTheyWere() throws Exception {
        var recorder = recorder(new FakeInput(8000, 1, 0, 65 * 8000), folder.resolve("a.wav"));
        recorder.start();
        await(() -> recorder.seconds() >= 65);

        Recorder.Recent recent = recorder.recent();
        recorder.close();

        assertThat(recent.end()).isEqualTo(65);
        assertThat(recent.signal().seconds()).isEqualTo(Recorder.RECENT_SECONDS);
        long first = Math.round(recent.start() * 8000);
        for (int i = 0; i < recent.signal().frames(); i += 11) {
            assertThat(recent.signal().channel(0)[i] * 32768f)
                    .isEqualTo(FakeInput.sample(first + i, 0, 8000));
        }
    }

    @Test
    void whatAKillLeavesIsAGoodFileThatLacksTheLastSecond() throws Exception {
        Path file = folder.resolve("a.wav");
        var recorder = recorder(new FakeInput(RATE, 1, 0, (long) (5.5 * RATE)), file);
        recorder.start();
        await(() -> recorder.seconds() >= 5.5);

        Path left = Files.copy(file, folder.resolve("left.wav"));
        recorder.close();

        Signal signal = read(left).signal();
        assertThat(signal.seconds()).isBetween(4.5, 5.5);
        assertThat(signal.channel(0)[4 * RATE] * 32768f)
                .isEqualTo(FakeInput.sample(4 * RATE, 0, RATE));
    }

    @Test
    void aPauseIsLeftOut() throws Exception {
        Path file = folder.resolve("a.wav");
        var recorder = recorder(new FakeInput(RATE, 1, 4, Long.MAX_VALUE / 2), file);
        recorder.start();
        await(() -> recorder.seconds() > 0.2);
        recorder.pause();
        Thread.sleep(60);
        double before = recorder.seconds();
        Thread.sleep(150);

        assertThat(recorder.seconds()).isEqualTo(before);
        assertThat(recorder.isRunning()).isTrue();
        assertThat(recorder.level()).isEqualTo(Level.SILENCE);

        recorder.resume();
        await(() -> recorder.seconds() > before + 0.2);
        recorder.close();
        assertThat(recorder.isRunning()).isFalse();
        assertThat(read(file).signal().seconds()).isEqualTo(recorder.seconds());
    }

    @Test
    void aDeviceThatIsGoneEndsTheRecordingWithASentence() throws Exception {
        Path file = folder.resolve("a.wav");
        var recorder = recorder(new FakeInput(RATE, 1, 0, RATE), file);
        recorder.start();
        await(() -> !recorder.isRunning());

        assertThat(recorder.problem().orElseThrow())
                .isEqualTo(
                        "The sound input 'Fake microphone' gives no sound any more; what was"
                                + " recorded is kept.");
        recorder.close();
        assertThat(read(file).signal().seconds()).isEqualTo(1);
    }

    @Test
    void nothingIsWrittenOver() throws Exception {
        Path file = Files.writeString(folder.resolve("a.wav"), "precious");

        assertThatThrownBy(() -> recorder(new FakeInput(RATE, 1, 0, RATE), file))
                .isInstanceOf(RecordingException.class)
                .hasMessageEndingWith("a.wav exists already: name another file.");
        assertThat(file).hasContent("precious");
    }

    @Test
    void levelsAreRelativeToFullScale() {
        short[] half = new short[160];
        for (int i = 0; i < half.length; i++) {
            half[i] = (short) (i % 2 == 0 ? 16384 : -16384);
        }
        Level level = Level.of(half, 160);
        assertThat(level.rmsDb()).isCloseTo(-6.02, within(0.01));
        assertThat(level.peakDb()).isCloseTo(-6.02, within(0.01));
        assertThat(level.clipped()).isFalse();
        half[3] = Short.MIN_VALUE;
        assertThat(Level.of(half, 160).clipped()).isTrue();
        assertThat(Level.of(new short[5], 5)).isEqualTo(Level.SILENCE);
    }

    private static Recorder recorder(FakeInput input, Path file) throws Exception {
        return new Recorder(input.open(Optional.empty()), file);
    }

    private static Recording read(Path file) throws RecordingException {
        return new FfmpegDecoder().decode(file, new CancelToken(), ProgressSink.NONE);
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 1000 && !done.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
