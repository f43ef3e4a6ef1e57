// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.emotion.Segment;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.Recording;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Review;
import io.tonalyst.signal.PeakPyramid;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.ui.Palette;
import io.tonalyst.video.SubRip.Caption;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.video.VideoFrames;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFilmTest {
    private static final int RATE = 8000;
    private static final double CLICK = 1.3;
    private static final VideoFormat SMALL = new VideoFormat("small", 1280, 720, 30);
    private static final EmotionDistribution ANGRY = EmotionDistribution.of(1, 0, 0, 0, 4, 0, 0, 0);
    private static final EmotionDistribution SAD = EmotionDistribution.of(1, 1, 1, 2, 0, 0, 0, 0);

    @TempDir private Path folder;

    @Test
    void thePlayheadStandsWhereTheSoundIs() throws Exception {
        Path file = folder.resolve("call.mp4");

        long count = film(2.35).write(file, SMALL, Palette.LIGHT, new CancelToken(), quiet());

        assertThat(count).isEqualTo(71);
        VideoFrames.Film film = VideoFrames.read(file);
        assertThat(film.pictures()).hasSize(71);
        assertThat(film.audioSeconds()).isCloseTo(film.videoSeconds(), within(1 / 30.0));
        // The ruler is grey, so that the playhead alone is red in it.
        List<Double> places = VideoFrames.reddest(file, 125.0 / 720);
        var scale = TimeScale.of(FilmPainter.WIDTH, 0, 2.35);
        for (int k = 0; k < 71; k++) {
            assertThat(places.get(k) * FilmPainter.WIDTH)
                    .as("picture %d", k)
                    .isCloseTo(scale.x(k / 30.0), within(4.0));
        }
        Signal sound =
                new FfmpegDecoder().decode(file, new CancelToken(), ProgressSink.NONE).signal();
        float[] left = sound.channel(0);
        int onset =
                IntStream.range(0, left.length)
                        .filter(i -> Math.abs(left[i]) > 0.2)
                        .findFirst()
                        .orElseThrow();
        double heard = (double) onset / sound.sampleRate().hertz();
        assertThat(heard).isCloseTo(CLICK, within(0.01));
        double seen = scale.seconds(places.get((int) Math.rint(heard * 30)) * FilmPainter.WIDTH);
        assertThat(seen).isCloseTo(heard, within(1 / 30.0));
    }

    @Test
    void aPartBeginsAtItsOwnTime() throws Exception {
        Path file = folder.resolve("part.mp4");

        film(3).part(1, 2).write(file, SMALL, Palette.DARK, new CancelToken(), quiet());

        assertThat(VideoFrames.read(file).pictures()).hasSize(30);
        Signal sound =
                new FfmpegDecoder().decode(file, new CancelToken(), ProgressSink.NONE).signal();
        float[] left = sound.channel(0);
        int onset =
                IntStream.range(0, left.length)
                        .filter(i -> Math.abs(left[i]) > 0.2)
                        .findFirst()
                        .orElseThrow();
        assertThat((double) onset / sound.sampleRate().hertz()).isCloseTo(CLICK - 1, within(0.01));
        assertThatThrownBy(() -> film(3).part(3, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ends at 0:03.00");
    }

    @Test
    void aCancelledFilmLeavesNothingAndABadFolderIsOneSentence() {
        Path file = folder.resolve("call.mp4");
        var cancel = new CancelToken();
        assertThatThrownBy(
                        () ->
                                film(2).write(
                                                file,
                                                SMALL,
                                                Palette.LIGHT,
                                                cancel,
                                                (done, message) -> {
                                                    if (done > 0.3) {
                                                        cancel.cancel();
                                                    }
                                                }))
                .isInstanceOf(CancellationException.class);
        assertThat(folder).isEmptyDirectory();
        Path nowhere = folder.resolve("none/call.mp4");
        assertThatThrownBy(
                        () ->
                                film(2).write(
                                                nowhere,
                                                SMALL,
                                                Palette.LIGHT,
                                                new CancelToken(),
                                                quiet()))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "Cannot write " + nowhere + ": its folder does not exist; choose another.");
        assertThat(Files.exists(nowhere)).isFalse();
    }

    @Test
    void pagesTurnBeforeTheirEndAndTheLastOneEndsWithTheStretch() {
        var pages = new FilmPages(new TimeRange(10, 75), 20);
        int before = 0;
        for (double t = 10; t < 75; t += 0.01) {
            int page = pages.at(t);
            assertThat(page).isBetween(before, before + 1);
            assertThat(pages.range(page).contains(t)).as("%.2f on page %d", t, page).isTrue();
            before = page;
        }
        assertThat(pages.range(0)).isEqualTo(new TimeRange(10, 30));
        assertThat(pages.at(28.9)).isZero();
        assertThat(pages.at(29.1)).isEqualTo(1);
        assertThat(pages.range(1)).isEqualTo(new TimeRange(28, 48));
        assertThat(pages.range(before)).isEqualTo(new TimeRange(55, 75));
        var brief = new FilmPages(new TimeRange(0, 29), 20);
        assertThat(brief.range(brief.at(28))).isEqualTo(new TimeRange(0, 29));
    }

    @Test
    void captionsTellWhoSoundsHow() {
        var first = new Segment(0, 1, 3, ANGRY, false);
        var second = new Segment(1, 2, 4, SAD, true);
        var timeline =
                new PredictionTimeline(5, 2, List.of(), List.of(first, second), Optional.empty());
        Review review =
                Review.NONE.with(Annotation.of(first).withLabel(Optional.of(Emotion.DISGUST)));

        assertThat(FilmCaptions.of(review.over(timeline), 2, new TimeRange(1.5, 5)))
                .containsExactly(
                        new Caption(0, 0.5, "Left: angry, 80 %; a person says disgust"),
                        new Caption(
                                0.5,
                                1.5,
                                "Left: angry, 80 %; a person says disgust\n"
                                        + "Right: uncertain, perhaps sad (40 %)"),
                        new Caption(1.5, 2.5, "Right: uncertain, perhaps sad (40 %)"));
    }

    @Test
    void captionsFollowMovedEdgesAndLeaveOutWhatIsNoSpeech() {
        var first = new Segment(0, 1, 3, ANGRY, false);
        var second = new Segment(0, 3, 4, SAD, false);
        var timeline =
                new PredictionTimeline(5, 1, List.of(), List.of(first, second), Optional.empty());
        Review review =
                Review.NONE
                        .with(Annotation.of(first).withEdges(0.5, 2))
                        .with(Annotation.of(second).withSilent(true));

        assertThat(FilmCaptions.of(review.over(timeline), 1, new TimeRange(0, 5)))
                .containsExactly(new Caption(0.5, 2, "angry, 80 %"));
    }

    private static RecordingFilm film(double seconds) {
        float[] samples = new float[(int) Math.round(RATE * seconds)];
        for (int i = (int) (CLICK * RATE); i < (int) ((CLICK + 0.05) * RATE); i++) {
            samples[i] = (float) (0.7 * Math.cos(2 * Math.PI * 1000 * i / RATE));
        }
        var signal = new Signal(new SampleRate(RATE), samples);
        var recording = new Recording(Path.of("call.wav"), signal, "WAV", Optional.empty());
        var peaks = PeakPyramid.of(samples);
        Sound sound = Sound.of(recording, List.of(peaks::summarise));
        var timeline =
                new PredictionTimeline(
                        seconds,
                        1,
                        List.of(new Window(0, 0.5, 1.5, ANGRY)),
                        List.of(new Segment(0, 0.5, 1.5, ANGRY, false)),
                        Optional.of(ANGRY));
        return RecordingFilm.of(
                "call.wav",
                sound,
                Optional.of(timeline),
                Review.NONE,
                SpectrogramSettings.DEFAULT,
                new TimeRange(0, signal.seconds()));
    }

    private static ProgressSink quiet() {
        return ProgressSink.NONE;
    }
}
