// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.signal.Resampler;
import io.tonalyst.time.FrameRange;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Music and tones are given no emotion, and speech loses next to nothing for that. */
class SpeechAndMusicTest {
    private static final int RATE = SyntheticMusic.RATE;
    private static final Path SHARED = Path.of("..", "shared");

    /** Of the clips of the corpora one in so many. */
    private static final int EVERY = 90;

    @ParameterizedTest
    @EnumSource
    void musicIsNoSpeech(SyntheticMusic music) {
        for (float[] x : List.of(music.sound(), music.byTelephone())) {
            double taken = seconds(VoiceActivity.find(x));
            double loud = seconds(VoiceActivity.findVoiced(x));
            assertThat(loud).as("what would be taken for speech without").isGreaterThan(3);
            assertThat(taken).isLessThanOrEqualTo(0.1 * loud);
        }
    }

    @Test
    void theSpeechOfTheSamplesIsKept() throws Exception {
        assertThat(share(recordings(Path.of("samples", "calls")))).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void recordedSpeechIsKept() throws Exception {
        assumeTrue(Files.isDirectory(SHARED.resolve("calls")), "../shared is absent");
        assertThat(share(recordings(SHARED.resolve("calls")))).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void actedSpeechIsKept() throws Exception {
        assumeTrue(Files.isDirectory(SHARED.resolve("corpora")), "../shared is absent");
        List<Path> all = recordings(SHARED.resolve("corpora"));
        List<Path> some = new ArrayList<>();
        for (int i = 1; i < all.size(); i += EVERY) {
            some.add(all.get(i));
        }
        assertThat(share(some)).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void speechAfterMusicIsFoundAtOnce() throws Exception {
        float[] speech = read(Path.of("samples", "calls", "rising_16k.wav"));
        FrameRange first = VoiceActivity.find(speech).getFirst();
        float[] x = Arrays.copyOf(SyntheticMusic.CHORDS.sound(), 30 * RATE);
        Arrays.fill(x, 10 * RATE, x.length, 0);
        int length = (int) Math.min(first.length(), 10 * RATE);
        System.arraycopy(speech, (int) first.start(), x, 10 * RATE, length);

        List<FrameRange> found = VoiceActivity.find(x);

        assertThat(found).isNotEmpty();
        assertThat(found.getFirst().start() / (double) RATE).isBetween(8.0, 10.3);
        assertThat(found.getLast().end() / (double) RATE)
                .isGreaterThan(9.7 + length / (double) RATE);
    }

    private static double share(List<Path> files) throws Exception {
        double kept = 0;
        double all = 0;
        for (Path file : files) {
            float[] x = read(file);
            kept += seconds(VoiceActivity.find(x));
            all += seconds(VoiceActivity.findVoiced(x));
        }
        assertThat(all).as("seconds of speech").isGreaterThan(20);
        return kept / all;
    }

    private static double seconds(List<FrameRange> ranges) {
        return ranges.stream().mapToLong(FrameRange::length).sum() / (double) RATE;
    }

    private static List<Path> recordings(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(f -> f.toString().matches(".*\\.(wav|flac)")).sorted().toList();
        }
    }

    private static float[] read(Path file) throws RecordingException {
        var signal =
                new FfmpegDecoder().decode(file, new CancelToken(), ProgressSink.NONE).signal();
        return Resampler.resample(signal.channel(0), signal.sampleRate().hertz(), RATE);
    }
}
