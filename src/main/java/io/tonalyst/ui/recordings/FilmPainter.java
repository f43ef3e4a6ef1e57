// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.review.Review;
import io.tonalyst.review.Reviewed;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws what stands still in a film of a recording, by the painters of the window. */
final class FilmPainter {
    /** Width of a picture before scaling; all below is laid out for it, 720 high. */
    static final double WIDTH = 1280;

    /** What changes while a page is shown: time and words, at the right of the title. */
    static final Area WORDS = new Area(640, 0, 640, 54);

    static final Area OVERVIEW = new Area(0, 58, WIDTH, OverviewPainter.HEIGHT);

    /** What the playhead crosses: ruler, waveform, spectrogram and predictions. */
    static final Area PANES = new Area(0, 122, WIDTH, 552);

    private static final double WAVEFORM_TOP = 150;
    private static final double WAVEFORM = 140;
    private static final double SPECTROGRAM_TOP = 298;
    private static final double SPECTROGRAM = 210;
    private static final double PREDICTION_TOP = 516;
    private static final double PREDICTION = 158;
    private static final double LEGEND_MIDDLE = 697;

    /** A part of the picture. */
    record Area(double x, double y, double width, double height) {}

    /**
     * What is filmed.
     *
     * @param name title
     * @param details below the title
     * @param stretch of the recording
     */
    record Subject(
            String name,
            String details,
            Sound sound,
            Optional<PredictionTimeline> timeline,
            Review review,
            SpectrogramSettings settings,
            TimeRange stretch) {
        /** Segments with what was corrected; none where the recording is not analysed. */
        List<Reviewed> rows() {
            return timeline.map(review::over).orElse(List.of());
        }
    }

    private final Subject subject;
    private final Palette palette;

    FilmPainter(Subject subject, Palette palette) {
        this.subject = subject;
        this.palette = palette;
    }

    /** Height of a lane of the spectrogram. */
    static double spectrogramLane(int channels) {
        return new Lanes(channels, SPECTROGRAM).laneHeight();
    }

    /** Draws a page without playhead and words. */
    void page(
            GraphicsContext g, double width, double height, TimeRange page, SpectrogramPicture s) {
        var scale = TimeScale.of(width, page.start(), page.end());
        Sound sound = subject.sound();
        g.setFill(palette.background());
        g.fillRect(0, 0, width, height);
        title(g);
        at(
                g,
                OVERVIEW.y(),
                () -> {
                    double h = OVERVIEW.height();
                    OverviewPainter.paint(g, width, h, sound, subject.timeline(), palette);
                    var axis = new TimeAxisModel(sound.seconds());
                    axis.show(page);
                    OverviewPainter.paintView(g, width, h, axis, palette);
                });
        at(g, PANES.y(), () -> RulerPainter.paint(g, width, RulerPainter.HEIGHT, scale, palette));
        at(g, WAVEFORM_TOP, () -> WaveformPainter.paint(g, width, WAVEFORM, sound, scale, palette));
        at(
                g,
                SPECTROGRAM_TOP,
                () ->
                        SpectrogramPainter.paint(
                                g,
                                width,
                                SPECTROGRAM,
                                sound,
                                s,
                                subject.settings(),
                                scale,
                                palette));
        at(g, PREDICTION_TOP, () -> predictions(g, width, scale));
        LegendPainter.paint(g, TimeScale.LEFT_GUTTER, LEGEND_MIDDLE, palette);
    }

    /** Draws time and words into an area of the size of {@link #WORDS}. */
    void words(GraphicsContext g, double time, List<String> lines) {
        g.setFill(palette.background());
        g.fillRect(0, 0, WORDS.width(), WORDS.height());
        double right = WORDS.width() - TimeScale.RIGHT_GUTTER;
        String clock =
                TimeText.of(Math.floor(time), 0)
                        + " / "
                        + TimeText.of(subject.sound().seconds(), 0);
        text(g, clock, right, 14, TextAlignment.RIGHT, BundledFont.regular(12), true);
        List<String> two = lines.size() <= 2 ? lines : lines.subList(0, 2);
        for (int i = 0; i < two.size(); i++) {
            text(
                    g,
                    two.get(i),
                    right,
                    54 - 16.0 * (two.size() - i) + 4,
                    TextAlignment.RIGHT,
                    BundledFont.strong(14),
                    false);
        }
    }

    private void predictions(GraphicsContext g, double width, TimeScale scale) {
        if (subject.timeline().isPresent()) {
            PredictionPainter.paint(
                    g,
                    width,
                    PREDICTION,
                    subject.timeline().get(),
                    subject.review(),
                    scale,
                    palette);
        } else {
            text(
                    g,
                    "No emotions: this recording is not analysed.",
                    scale.left(),
                    PREDICTION / 2,
                    TextAlignment.LEFT,
                    BundledFont.regular(13),
                    true);
        }
    }

    private void title(GraphicsContext g) {
        text(g, subject.name(), 16, 22, TextAlignment.LEFT, BundledFont.strong(17), false);
        text(g, subject.details(), 16, 43, TextAlignment.LEFT, BundledFont.regular(12), true);
    }

    private void text(
            GraphicsContext g,
            String text,
            double x,
            double y,
            TextAlignment side,
            Font font,
            boolean muted) {
        PaintText.draw(g, text, x, y, side, font, muted ? palette.mutedText() : palette.text());
    }

    private static void at(GraphicsContext g, double y, Runnable painter) {
        g.save();
        g.translate(0, y);
        painter.run();
        g.restore();
    }
}
