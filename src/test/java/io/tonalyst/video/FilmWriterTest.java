// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.signal.PcmSource;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmWriterTest {
    private static final VideoFormat SMALL = new VideoFormat("small", 320, 180, 30);

    /** Flashes and bursts at the same moments; 70 pictures and a bit. */
    private static final double[] MARKS = {0.5, 1.2, 2.0};

    private static final double SECONDS = 2.345;
    private static final double BURST_SECONDS = 0.1;

    @TempDir private Path folder;

    @Test
    void picturesAndSoundComeBackWhereTheyWere() throws Exception {
        Path file = folder.resolve("käse http:x.mp4");

        long count =
                FilmWriter.write(
                        file,
                        SMALL,
                        FilmWriterTest::flash,
                        new Bursts(),
                        new CancelToken(),
                        ProgressSink.NONE);

        assertThat(count).isEqualTo(71);
        VideoFrames.Film film = VideoFrames.read(file);
        assertThat(film.pictures()).hasSize(71);
        for (int k = 0; k < 71; k++) {
            VideoFrames.Shown shown = film.pictures().get(k);
            assertThat(shown.seconds()).isCloseTo(k / 30.0, within(1e-4));
            assertThat(shown.width()).isEqualTo(320);
            assertThat(shown.height()).isEqualTo(180);
            if (sounds(k / 30.0)) {
                assertThat(shown.luma()).as("picture %d", k).isGreaterThan(200);
            } else {
                assertThat(shown.luma()).as("picture %d", k).isLessThan(50);
            }
        }
        assertThat(film.videoSeconds()).isCloseTo(71 / 30.0, within(1e-4));
        assertThat(film.audioSeconds()).isCloseTo(film.videoSeconds(), within(1 / 30.0));
    }

    @Test
    void burstsSoundWithinAPictureOfTheirFlash() throws Exception {
        Path file = folder.resolve("film.mp4");
        FilmWriter.write(
                file,
                SMALL,
                FilmWriterTest::flash,
                new Bursts(),
                new CancelToken(),
                ProgressSink.NONE);

        Signal sound =
                new FfmpegDecoder().decode(file, new CancelToken(), ProgressSink.NONE).signal();

        float[] left = sound.channel(0);
        double rate = sound.sampleRate().hertz();
        assertThat(sound.seconds()).isCloseTo(71 / 30.0, within(1 / 30.0));
        for (double mark : MARKS) {
            int onset =
                    IntStream.range((int) ((mark - 0.1) * rate), left.length)
                            .filter(i -> Math.abs(left[i]) > 0.25)
                            .findFirst()
                            .orElseThrow();
            assertThat(onset / rate).isCloseTo(mark, within(1 / 60.0));
        }
    }

    @Test
    void aCancelledFilmLeavesNothingAndKeepsTheOldOne() throws Exception {
        Path file = Files.writeString(folder.resolve("film.mp4"), "older");
        var cancel = new CancelToken();

        assertThatThrownBy(
                        () ->
                                FilmWriter.write(
                                        file,
                                        SMALL,
                                        FilmWriterTest::flash,
                                        new Bursts(),
                                        cancel,
                                        (done, message) -> {
                                            if (done > 0.5) {
                                                cancel.cancel();
                                            }
                                        }))
                .isInstanceOf(CancellationException.class);

        assertThat(file).hasContent("older");
        assertThat(folder.toFile().list()).containsExactly("film.mp4");
    }

    @Test
    void aFolderThatIsNotThereIsOneSentence() {
        Path file = folder.resolve("none/film.mp4");
        assertThatThrownBy(
                        () ->
                                FilmWriter.write(
                                        file,
                                        SMALL,
                                        FilmWriterTest::flash,
                                        new Bursts(),
                                        new CancelToken(),
                                        ProgressSink.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "Cannot write " + file + ": its folder does not exist; choose another.");
    }

    @Test
    void sizesThatNoPlayerTakesAreRefused() {
        assertThatThrownBy(() -> new VideoFormat("odd", 321, 180, 30))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VideoFormat("still", 320, 180, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(VideoFormat.of("1080p", 60)).hasValue(new VideoFormat("1080p", 1920, 1080, 60));
        assertThat(VideoFormat.of("8k", 60)).isEmpty();
    }

    @Test
    void captionsFollowTheFormat() {
        String text =
                SubRip.text(
                        List.of(
                                new SubRip.Caption(0, 1.5, "first --> line\n\nsecond"),
                                new SubRip.Caption(3661.0004, 3662, "late")));

        assertThat(text)
                .isEqualTo(
                        """
                        1
                        00:00:00,000 --> 00:00:01,500
                        first -> line
                        second

                        2
                        01:01:01,000 --> 01:01:02,000
                        late

                        """);
    }

    private static boolean sounds(double seconds) {
        return Arrays.stream(MARKS)
                .anyMatch(m -> seconds >= m - 1e-9 && seconds < m + BURST_SECONDS - 1e-9);
    }

    private static void flash(double seconds, int[] argb) {
        Arrays.fill(argb, sounds(seconds) ? 0xffffffff : 0xff000000);
    }

    /** 1 kHz in bursts. */
    private static final class Bursts implements PcmSource {
        @Override
        public SampleRate sampleRate() {
            return new SampleRate(48_000);
        }

        @Override
        public long frames() {
            return Math.round(SECONDS * 48_000);
        }

        @Override
        public void read(long frame, float[] stereo, int offset, int count) {
            for (int i = 0; i < count; i++) {
                double t = (frame + i) / 48_000.0;
                float value =
                        t < SECONDS && sounds(t) ? (float) (0.5 * Math.cos(2000 * Math.PI * t)) : 0;
                stereo[2 * (offset + i)] = value;
                stereo[2 * (offset + i) + 1] = value;
            }
        }
    }
}
