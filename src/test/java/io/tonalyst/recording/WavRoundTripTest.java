// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavRoundTripTest {
    @TempDir Path folder;

    private final FfmpegDecoder decoder = new FfmpegDecoder();
    private final WavWriter writer = new WavWriter();

    @Test
    void sixteenBitValuesComeBackExactly() throws Exception {
        float[] left = new float[65_536];
        float[] right = new float[65_536];
        for (int i = 0; i < left.length; i++) {
            left[i] = (i - 32_768) / 32_768f;
            right[i] = -left[i] / 2;
        }
        Path file = folder.resolve("steps é.wav");
        writer.write(file, new Signal(new SampleRate(8000), left, right));

        Recording recording = decode(file);

        assertThat(recording.format()).isEqualTo("wav, pcm_s16le");
        assertThat(recording.signal().sampleRate().hertz()).isEqualTo(8000);
        assertThat(recording.signal().channels()).isEqualTo(2);
        assertThat(recording.signal().channel(0)).containsExactly(left);
        assertThat(recording.signal().channel(1)[0]).isEqualTo(0.5f);
    }

    @Test
    void floatsComeBackExactlyAndSixteenBitClips() throws Exception {
        float[] x = {0, 1.5f, -3, 1e-9f, 0.1f};
        Path file = folder.resolve("loud.wav");
        writer.write(file, new Signal(new SampleRate(44_100), x), WavWriter.Format.FLOAT_32);
        assertThat(decode(file).signal().channel(0)).containsExactly(x);

        writer.write(file, new Signal(new SampleRate(44_100), x));
        float[] clipped = decode(file).signal().channel(0);
        assertThat(clipped[1]).isEqualTo(32_767 / 32_768f);
        assertThat(clipped[2]).isEqualTo(-1);
    }

    @Test
    void samplesThatAreNoNumbersBecomeZero() throws Exception {
        float[] x = {0.25f, Float.NaN, Float.POSITIVE_INFINITY, 3e38f, -0.5f};
        Path file = folder.resolve("broken.wav");
        writer.write(file, new Signal(new SampleRate(16_000), x), WavWriter.Format.FLOAT_32);
        assertThat(decode(file).signal().channel(0)).containsExactly(0.25f, 0, 0, 0, -0.5f);
    }

    @Test
    void aFailedWriteKeepsWhatWasThere() throws Exception {
        Path inside = folder.resolve("folder.wav");
        Files.createDirectory(inside);
        var signal = new Signal(new SampleRate(8000), new float[10]);
        assertThatThrownBy(() -> writer.write(inside, signal))
                .isInstanceOf(RecordingException.class);
        assertThatThrownBy(() -> writer.write(folder.resolve("none/x.wav"), signal))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("x.wav");
        assertThat(inside).isDirectory();
        assertThat(folder).isDirectoryContaining(path -> path.equals(inside));
        assertThat(Files.list(folder)).hasSize(1);
    }

    private Recording decode(Path file) throws RecordingException {
        return decoder.decode(file, new CancelToken(), ProgressSink.NONE);
    }
}
