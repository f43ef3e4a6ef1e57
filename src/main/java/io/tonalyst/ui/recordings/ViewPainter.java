// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.Explanation;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.review.Review;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * Draws panes one below the other as a picture of their own, with a title: by the same painters as
 * the window, at any size.
 */
final class ViewPainter {
    /** Width of an exported picture before scaling. */
    static final double WIDTH = 1280;

    private static final double TITLE = 58;
    private static final double GAP = 10;
    private static final double SUMMARY = 132;
    private static final double LEGEND = 26;
    private static final double WORDS_LINE = 20;

    /**
     * What the picture shows.
     *
     * @param selection marked, if any
     * @param playhead drawn at these seconds, if wanted
     * @param explanations drawn over the spectrogram
     * @param review whose labels are drawn beside those of the model
     */
    record State(
            String name,
            String details,
            Sound sound,
            Optional<PredictionTimeline> timeline,
            double start,
            double end,
            SpectrogramPicture spectrogram,
            SpectrogramSettings settings,
            Optional<TimeRange> selection,
            OptionalDouble playhead,
            List<Explanation> explanations,
            Review review) {}

    private record Part(double height, boolean onAxis, Section section) {}

    @FunctionalInterface
    private interface Section {
        void paint(GraphicsContext g, double width, double height);
    }

    private final State state;
    private final Palette palette;
    private final List<Part> parts = new ArrayList<>();

    ViewPainter(State state, ExportPart wanted, Palette palette) {
        this.state = state;
        this.palette = palette;
        boolean all = wanted == ExportPart.VIEW;
        int channels = state.sound().channels();
        parts.add(new Part(TITLE, false, this::paintTitle));
        if (all) {
            parts.add(new Part(OverviewPainter.HEIGHT, false, this::paintOverview));
        }
        parts.add(
                new Part(
                        RulerPainter.HEIGHT,
                        false,
                        (g, w, h) -> RulerPainter.paint(g, w, h, scale(w), palette)));
        if (all || wanted == ExportPart.WAVEFORM) {
            parts.add(
                    new Part(
                            laneHeight(channels, all ? 120 : 200),
                            true,
                            (g, w, h) ->
                                    WaveformPainter.paint(
                                            g, w, h, state.sound(), scale(w), palette)));
        }
        if (all || wanted == ExportPart.SPECTROGRAM) {
            parts.add(new Part(spectrogramHeight(channels, wanted), true, this::paintSpectrogram));
        }
        if (all || wanted == ExportPart.SPECTROGRAM) {
            List<String> words =
                    state.explanations().stream().flatMap(e -> e.sentences().stream()).toList();
            if (!words.isEmpty()) {
                parts.add(
                        new Part(
                                WORDS_LINE * words.size(),
                                false,
                                (g, w, h) -> paintWords(g, words)));
            }
        }
        if ((all || wanted == ExportPart.PREDICTION) && state.timeline().isPresent()) {
            PredictionTimeline timeline = state.timeline().get();
            parts.add(
                    new Part(
                            laneHeight(channels, all ? 150 : 220),
                            true,
                            (g, w, h) ->
                                    PredictionPainter.paint(
                                            g, w, h, timeline, state.review(), scale(w), palette)));
            parts.add(
                    new Part(
                            LEGEND,
                            false,
                            (g, w, h) ->
                                    LegendPainter.paint(g, TimeScale.LEFT_GUTTER, h / 2, palette)));
        }
        if (all) {
            timelineOverall()
                    .ifPresent(
                            overall ->
                                    parts.add(
                                            new Part(
                                                    SUMMARY,
                                                    false,
                                                    (g, w, _) -> paintSummary(g, w, overall))));
        }
    }

    /** Height of the spectrogram part, one lane of which is {@link #spectrogramLane}. */
    static double spectrogramHeight(int channels, ExportPart wanted) {
        return laneHeight(channels, wanted == ExportPart.VIEW ? 200 : 320);
    }

    /** Height of one lane of the spectrogram. */
    static double spectrogramLane(int channels, ExportPart wanted) {
        return new Lanes(channels, spectrogramHeight(channels, wanted)).laneHeight();
    }

    private static double laneHeight(int channels, double single) {
        return channels == 1 ? single : Math.min(6 * single, single * 0.75 * channels);
    }

    /** Height of the whole picture. */
    double height() {
        return parts.stream().mapToDouble(p -> p.height() + GAP).sum() + GAP;
    }

    void paint(GraphicsContext g, double width, double height) {
        g.setFill(palette.background());
        g.fillRect(0, 0, width, height);
        double y = 0;
        for (Part part : parts) {
            g.save();
            g.translate(0, y);
            part.section().paint(g, width, part.height());
            if (part.onAxis()) {
                OverlayPainter.paint(
                        g,
                        part.height(),
                        new OverlayPainter.Overlay(
                                state.selection(), Optional.empty(), state.playhead().orElse(-1)),
                        scale(width),
                        palette);
            }
            g.restore();
            y += part.height() + GAP;
        }
    }

    private TimeScale scale(double width) {
        return TimeScale.of(width, state.start(), state.end());
    }

    private Optional<EmotionDistribution> timelineOverall() {
        return state.timeline().flatMap(PredictionTimeline::overall);
    }

    private void paintTitle(GraphicsContext g, double width, double height) {
        PaintText.draw(
                g,
                state.name(),
                16,
                24,
                TextAlignment.LEFT,
                BundledFont.strong(17),
                palette.text());
        PaintText.draw(
                g,
                state.details(),
                16,
                46,
                TextAlignment.LEFT,
                BundledFont.regular(12),
                palette.mutedText());
        timelineOverall()
                .ifPresent(
                        d ->
                                PaintText.draw(
                                        g,
                                        "Mostly " + DetailsPane.ranking(d, 3),
                                        width - 16,
                                        24,
                                        TextAlignment.RIGHT,
                                        BundledFont.strong(13),
                                        palette.text()));
        String view =
                TimeText.of(state.start(), 2) + " – " + TimeText.of(state.end(), 2) + " shown";
        PaintText.draw(
                g,
                view,
                width - 16,
                46,
                TextAlignment.RIGHT,
                BundledFont.regular(12),
                palette.mutedText());
    }

    private void paintSpectrogram(GraphicsContext g, double width, double height) {
        TimeScale scale = scale(width);
        SpectrogramPainter.paint(
                g,
                width,
                height,
                state.sound(),
                state.spectrogram(),
                state.settings(),
                scale,
                palette);
        SaliencyPainter.paint(
                g, height, state.sound(), state.explanations(), state.settings().scale(), scale);
    }

    private void paintWords(GraphicsContext g, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            PaintText.draw(
                    g,
                    words.get(i),
                    TimeScale.LEFT_GUTTER,
                    (i + 0.5) * WORDS_LINE,
                    TextAlignment.LEFT,
                    BundledFont.regular(13),
                    palette.text());
        }
    }

    private void paintOverview(GraphicsContext g, double width, double height) {
        OverviewPainter.paint(g, width, height, state.sound(), state.timeline(), palette);
        var axis = new TimeAxisModel(state.sound().seconds());
        axis.show(new TimeRange(state.start(), state.end()));
        OverviewPainter.paintView(g, width, height, axis, palette);
    }

    private void paintSummary(GraphicsContext g, double width, EmotionDistribution overall) {
        double left = TimeScale.LEFT_GUTTER;
        PaintText.draw(
                g,
                "Whole recording: mean probability of each acted emotion",
                left,
                10,
                TextAlignment.LEFT,
                BundledFont.strong(12),
                palette.text());
        double column = (width - left - TimeScale.RIGHT_GUTTER) / 2;
        for (Emotion emotion : Emotion.ALL) {
            int half = emotion.ordinal() / 4;
            double x = left + half * column;
            double y = 36 + (emotion.ordinal() % 4) * 25;
            double share = overall.of(emotion);
            double bar = column - 160;
            PaintText.draw(
                    g,
                    emotion.title(),
                    x,
                    y,
                    TextAlignment.LEFT,
                    BundledFont.regular(12),
                    palette.text());
            g.setFill(palette.grid());
            g.fillRoundRect(x + 74, y - 6, bar, 12, 4, 4);
            g.setFill(Palette.of(emotion));
            g.fillRoundRect(x + 74, y - 6, bar * share, 12, 4, 4);
            PaintText.draw(
                    g,
                    EmotionBars.percent(share),
                    x + 74 + bar + 46,
                    y,
                    TextAlignment.RIGHT,
                    BundledFont.regular(12),
                    palette.text());
        }
    }
}
