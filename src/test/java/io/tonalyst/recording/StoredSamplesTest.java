// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.signal.Samples;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredSamplesTest {
    private static final SampleRate RATE = new SampleRate(8000);

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 3, true", "2, 1300000, true", "2, 1300000, false", "7, 400000, false"})
    void readsWhatASignalInMemoryReads(int channels, int frames, boolean is16Bit) throws Exception {
        Signal signal = noise(channels, frames, is16Bit);
        try (StoredSamples stored = store(signal)) {
            assertSame(stored, signal);
            stored.finish();
            assertSame(stored, signal);
        }
    }

    @Test
    void aReaderSeesWholeSamplesWhileSoundIsAdded() throws Exception {
        var stored = new SampleStore(folder).begin(Path.of("a.wav"), RATE, 1);
        var failure = new AtomicReference<String>("");
        var ended = new AtomicBoolean();
        var reader =
                new Thread(
                        () -> {
                            var random = new Random(1);
                            float[] x = new float[2000];
                            while (!ended.get()) {
                                long known = stored.length();
                                // Near the end, where parts are handed over.
                                long from = Math.max(0, known - random.nextInt(1, 30_000));
                                int count = (int) Math.min(x.length, known - from);
                                stored.read(0, from, x, 0, count);
                                for (int i = 0; i < count; i++) {
                                    if (x[i] != ramp(from + i)) {
                                        failure.set("at " + (from + i) + " of " + known);
                                    }
                                }
                            }
                        });
        reader.start();
        float[] block = new float[1 << 14];
        for (int b = 0; b < 200; b++) {
            for (int i = 0; i < block.length; i++) {
                block[i] = ramp((long) b * block.length + i);
            }
            stored.add(new float[][] {block}, block.length);
        }
        stored.finish();
        ended.set(true);
        reader.join();
        stored.close();

        assertThat(failure).hasValue("");
    }

    @Test
    void nothingIsLeftBehindAndNothingIsReadOnceItIsClosed() throws Exception {
        StoredSamples stored = store(noise(2, 100_000, true));
        stored.finish();

        stored.close();
        stored.close();

        assertThatThrownBy(() -> stored.read(0, 5, new float[4], 0, 4))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> stored.add(new float[2][1 << 20], 1 << 20))
                .isInstanceOf(CancellationException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        var stored = new SampleStore(file).begin(Path.of("call.wav"), RATE, 1);
        stored.add(new float[][] {{1, 2, 3}}, 3);

        assertThatThrownBy(stored::finish)
                .isInstanceOf(RecordingException.class)
                .hasMessageContainingAll("call.wav cannot be opened", file.toString());
        stored.close();
    }

    private static float ramp(long frame) {
        return (frame % 30_011) / 32768f;
    }

    private StoredSamples store(Signal signal) throws RecordingException {
        var stored = new SampleStore(folder).begin(Path.of("a.wav"), RATE, signal.channels());
        for (int from = 0; from < signal.frames(); from += 50_000) {
            float[][] planes = new float[signal.channels()][50_000];
            for (int c = 0; c < planes.length; c++) {
                signal.read(c, from, planes[c], 0, 50_000);
            }
            stored.add(planes, Math.min(50_000, signal.frames() - from));
        }
        return stored;
    }

    private static void assertSame(Samples stored, Signal signal) {
        assertThat(stored.length()).isEqualTo(signal.frames());
        var random = new Random(2);
        for (int i = 0; i < 200; i++) {
            int channel = random.nextInt(signal.channels());
            long from = random.nextLong(-1000, signal.frames() + 1000L);
            int count = random.nextInt(i < 5 ? signal.frames() + 10 : 3000);
            float[] expected = new float[count + 3];
            float[] read = new float[count + 3];
            signal.read(channel, from, expected, 2, count);
            stored.read(channel, from, read, 2, count);
            assertThat(read).isEqualTo(expected);
        }
    }

    private static Signal noise(int channels, int frames, boolean is16Bit) {
        var random = new Random(frames);
        float[][] x = new float[channels][frames];
        for (float[] channel : x) {
            for (int i = 0; i < frames; i++) {
                channel[i] =
                        is16Bit
                                ? random.nextInt(-32768, 32768) / 32768f
                                : random.nextFloat(-1.5f, 1.5f);
            }
        }
        return new Signal(RATE, x);
    }
}
