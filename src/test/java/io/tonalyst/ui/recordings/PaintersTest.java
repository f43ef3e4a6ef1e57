// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.emotion.Segment;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.export.PngExport;
import io.tonalyst.recording.Recording;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Review;
import io.tonalyst.signal.PeakPyramid;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Palette;
import io.tonalyst.work.CancelToken;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One event at 2 s of 4 s must stand at the same x in every pane. */
class PaintersTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 160;
    private static final int RATE = 8000;
    private static final TimeScale SCALE = TimeScale.of(WIDTH, 0, 4);
    private static final int EVENT = (int) SCALE.x(2);

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @Test
    void theWaveformIsFlatBeforeTheEventAndTallAfterIt() throws Exception {
        Sound sound = burst();
        WritableImage image =
                paint((g, w, h) -> WaveformPainter.paint(g, w, h, sound, SCALE, Palette.LIGHT));

        assertThat(waveHeight(image, EVENT - 3)).isLessThan(4);
        assertThat(waveHeight(image, EVENT + 3)).isGreaterThan(50);
        assertThat(waveHeight(image, (int) SCALE.right() - 3)).isLessThan(4);
    }

    @Test
    void theSpectrogramLightsUpAtTheEvent() throws Exception {
        Sound sound = burst();
        var settings = SpectrogramSettings.DEFAULT;
        var view = SpectrogramStill.View.of(sound, 0, 4, (int) SCALE.width(), HEIGHT, settings);
        var levels = SpectrogramStill.compute(view, new CancelToken());
        var result =
                new SpectrogramStill.Result(levels, SpectrogramStill.colours(levels, settings));
        WritableImage image =
                paint(
                        (g, w, h) ->
                                SpectrogramPainter.paint(
                                        g,
                                        w,
                                        h,
                                        sound,
                                        SpectrogramStill.picture(result),
                                        settings,
                                        SCALE,
                                        Palette.LIGHT));
        int row = (int) (HEIGHT * (1 - settings.scale().position(1000, RATE / 2.0)));

        assertThat(brightness(image, EVENT - 12, row)).isLessThan(0.1);
        assertThat(brightness(image, EVENT + 12, row)).isGreaterThan(0.7);
    }

    @Test
    void thePredictionStandsAtItsTimeAndFillsItsShareOfTheHeight() throws Exception {
        var half = EmotionDistribution.of(1, 0, 0, 0, 1, 0, 0, 0);
        var timeline =
                new PredictionTimeline(
                        4, 1, List.of(new Window(0, 2, 3, half)), List.of(), Optional.of(half));
        WritableImage image =
                paint(
                        (g, w, h) ->
                                PredictionPainter.paint(g, w, h, timeline, SCALE, Palette.LIGHT));
        double stack = HEIGHT - PredictionPainter.STRIP - 3;

        Color angry = Palette.of(Emotion.ANGRY);
        Color neutral = Palette.of(Emotion.NEUTRAL);
        assertThat(colour(image, EVENT + 20, (int) (stack * 0.4))).isEqualTo(angry);
        assertThat(colour(image, EVENT + 20, (int) (stack * 0.6))).isEqualTo(neutral);
        assertThat(colour(image, EVENT - 3, (int) (stack * 0.4))).isNotEqualTo(angry);
    }

    @Test
    void aPersonsLabelStandsInARowOverTheModels() throws Exception {
        var angry = EmotionDistribution.of(0, 0, 0, 0, 1, 0, 0, 0);
        var segment = new Segment(0, 1, 3, angry, false);
        var timeline =
                new PredictionTimeline(
                        4,
                        1,
                        List.of(new Window(0, 1, 3, angry)),
                        List.of(segment),
                        Optional.of(angry));
        Annotation said = Annotation.of(segment).withLabel(Optional.of(Emotion.SAD));
        Review review = Review.NONE.with(said);
        WritableImage image =
                paint(
                        (g, w, h) ->
                                PredictionPainter.paint(
                                        g, w, h, timeline, review, SCALE, Palette.LIGHT));
        int x = (int) SCALE.x(2.8);
        double model = HEIGHT - PredictionPainter.STRIP / 2;
        double person = HEIGHT - PredictionPainter.STRIP - CorrectionPainter.height(review) / 2;

        assertThat(colour(image, x, (int) model).getHue())
                .isCloseTo(Palette.of(Emotion.ANGRY).getHue(), within(8.0));
        assertThat(colour(image, x, (int) person).getHue())
                .isCloseTo(Palette.of(Emotion.SAD).getHue(), within(8.0));
        assertThat(CorrectionPainter.texts(said).getFirst()).isEqualTo("Sad, not angry");
        assertThat(CorrectionPainter.texts(said.withLabel(Optional.of(Emotion.ANGRY))).getFirst())
                .isEqualTo("✓ Angry");
        assertThat(CorrectionPainter.texts(said.withLabel(Optional.empty())).getFirst())
                .isEqualTo("Angry, moved");
        assertThat(CorrectionPainter.height(Review.NONE)).isZero();
    }

    @Test
    void thePlayheadStandsAtItsTimeInEveryPaneAndNowhereOutsideTheView() throws Exception {
        var overlay = new OverlayPainter.Overlay(Optional.empty(), Optional.empty(), 2);
        WritableImage image =
                paint((g, w, h) -> OverlayPainter.paint(g, h, overlay, SCALE, Palette.LIGHT));
        Color drawn = colour(image, EVENT, HEIGHT / 2);
        assertThat(drawn.getHue()).isCloseTo(Palette.LIGHT.accent().getHue(), within(6.0));

        var later = TimeScale.of(WIDTH, 2.5, 4);
        WritableImage without =
                paint((g, w, h) -> OverlayPainter.paint(g, h, overlay, later, Palette.LIGHT));
        for (int x = 0; x < WIDTH; x++) {
            assertThat(colour(without, x, HEIGHT / 2)).isEqualTo(Color.WHITE);
        }
    }

    private static WritableImage paint(PaintSurface.Painter painter) throws Exception {
        return HeadlessToolkit.call(() -> PngExport.paint(painter, WIDTH, HEIGHT, 1, Color.WHITE));
    }

    private static int waveHeight(WritableImage image, int x) {
        int tall = 0;
        for (int y = 0; y < HEIGHT; y++) {
            Color colour = colour(image, x, y);
            if (colour.getSaturation() > 0.3) {
                tall++;
            }
        }
        return tall;
    }

    private static double brightness(WritableImage image, int x, int y) {
        return colour(image, x, y).getBrightness();
    }

    private static Color colour(WritableImage image, int x, int y) {
        return image.getPixelReader().getColor(x, y);
    }

    /** Silence, and from 2 to 3 s a tone of 1 kHz. */
    private static Sound burst() {
        float[] samples = new float[4 * RATE];
        for (int i = 2 * RATE; i < 3 * RATE; i++) {
            samples[i] = (float) (0.8 * Math.sin(2 * Math.PI * 1000 * i / RATE));
        }
        var signal = new Signal(new SampleRate(RATE), samples);
        return Sound.of(
                new Recording(Path.of("burst.wav"), signal, "wav"),
                List.of(PeakPyramid.of(samples)::summarise));
    }
}
