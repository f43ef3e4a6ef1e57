// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.signal.Signal;
import io.tonalyst.time.FrameRange;
import io.tonalyst.time.SampleRate;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingOpenerTest {
    @TempDir private Path folder;

    @Test
    void tellsOfTheSoundBeforeAllOfItIsThereAndHoldsWhatADecoderInMemoryHolds() throws Exception {
        Path file = write("call.wav", 100_000);
        Signal expected =
                new FfmpegDecoder().decode(file, new CancelToken(), ProgressSink.NONE).signal();
        List<OpenedRecording> begun = new ArrayList<>();
        List<Long> known = new ArrayList<>();

        OpenedRecording opened =
                opener().open(
                                file,
                                partial -> {
                                    begun.add(partial);
                                    known.add(partial.samples().length());
                                },
                                new CancelToken(),
                                ProgressSink.NONE);

        assertThat(begun).hasSize(1);
        assertThat(known.getFirst()).isBetween(1L, 50_000L);
        assertThat(begun.getFirst().expectedSeconds()).isEqualTo(12.5);
        assertThat(begun.getFirst().facts()).isEmpty();
        assertThat(opened.facts().orElseThrow().format()).isEqualTo("wav, pcm_s16le");
        assertThat(opened.expectedSeconds()).isEqualTo(12.5);
        try (var samples = opened.samples()) {
            Signal all = samples.slice(new FrameRange(0, samples.length()));
            float[] min = new float[1];
            float[] max = new float[1];
            for (int c = 0; c < 2; c++) {
                assertThat(all.channel(c)).isEqualTo(expected.channel(c));
                opened.peaks().get(c).summarise(0, 100_000, 1, min, max, new float[1]);
                assertThat(max[0]).isEqualTo(max(expected.channel(c)));
            }
        }
    }

    @Test
    void whatIsReadOnceLiesInMemoryOrOnTheDiskAndSoundsTheSame() throws Exception {
        for (int frames : new int[] {50_000, SoundKeeper.MOST / 2 + 5}) {
            Path file = write("call" + frames + ".wav", frames);
            Signal expected =
                    new FfmpegDecoder().decode(file, new CancelToken(), ProgressSink.NONE).signal();

            OpenedRecording read = opener().read(file, new CancelToken(), ProgressSink.NONE);

            try (var samples = read.samples()) {
                assertThat(samples instanceof Signal).isEqualTo(frames == 50_000);
                Signal all = samples.slice(new FrameRange(0, samples.length()));
                assertThat(all.channel(0)).isEqualTo(expected.channel(0));
                assertThat(all.channel(1)).isEqualTo(expected.channel(1));
            }
        }
    }

    @Test
    void whatWasBegunAndCancelledIsTheReceiversToClose() throws Exception {
        Path file = write("call.wav", 2_000_000);
        var cancel = new CancelToken();
        List<OpenedRecording> begun = new ArrayList<>();

        assertThatThrownBy(
                        () ->
                                opener().open(
                                                file,
                                                partial -> {
                                                    begun.add(partial);
                                                    cancel.cancel();
                                                },
                                                cancel,
                                                ProgressSink.NONE))
                .isInstanceOf(CancellationException.class);

        begun.getFirst().samples().read(0, 0, new float[10], 0, 10);
        begun.getFirst().samples().close();
    }

    @Test
    void closingWhileItIsDecodedEndsTheDecoding() throws Exception {
        Path file = write("call.wav", 2_000_000);

        assertThatThrownBy(
                        () ->
                                opener().open(
                                                file,
                                                partial -> partial.samples().close(),
                                                new CancelToken(),
                                                ProgressSink.NONE))
                .isInstanceOf(CancellationException.class);
    }

    private RecordingOpener opener() throws Exception {
        return new RecordingOpener(
                new FfmpegDecoder(), new SampleStore(Files.createTempDirectory(folder, "sound")));
    }

    private Path write(String name, int frames) throws Exception {
        var random = new Random(3);
        float[][] x = new float[2][frames];
        for (float[] channel : x) {
            for (int i = 0; i < frames; i++) {
                channel[i] = random.nextFloat(-1, 1);
            }
        }
        Path file = folder.resolve(name);
        new WavWriter().write(file, new Signal(new SampleRate(8000), x));
        return file;
    }

    private static float max(float[] x) {
        float max = x[0];
        for (float v : x) {
            max = Math.max(max, v);
        }
        return max;
    }
}
