// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws the whole recording in a strip: its waveform, its emotions, and what the panes show. */
final class OverviewPainter {
    /** Height of the strip in pixels. */
    static final double HEIGHT = 52;

    private static final double EMOTIONS = 6;

    private OverviewPainter() {}

    /** The scale of the strip, which always spans the whole recording. */
    static TimeScale scale(double width, TimeAxisModel axis) {
        return TimeScale.of(width, 0, axis.duration());
    }

    static void paint(
            GraphicsContext g,
            double width,
            double height,
            Sound sound,
            Optional<PredictionTimeline> timeline,
            Palette palette) {
        var scale = TimeScale.of(width, 0, sound.seconds());
        g.setFill(palette.background());
        g.fillRect(0, 0, width, height);
        g.setFill(palette.surface());
        g.fillRect(scale.left(), 0, scale.width(), height);
        int channels = sound.channels();
        double waveHeight = height - EMOTIONS * channels - 4;
        double fullScale = WaveformPainter.fullScale(sound);
        var lanes = new Lanes(channels, waveHeight);
        for (int c = 0; c < channels; c++) {
            WaveformPainter.paintLane(
                    g, lanes.top(c), lanes.laneHeight(), sound, c, fullScale, scale, palette);
        }
        timeline.ifPresent(t -> paintEmotions(g, waveHeight + 3, t, scale));
        PaintText.draw(
                g,
                "Overview",
                scale.left() - 6,
                height / 2,
                TextAlignment.RIGHT,
                BundledFont.regular(10),
                palette.mutedText());
    }

    /** Dims what the panes do not show. */
    static void paintView(
            GraphicsContext g, double width, double height, TimeAxisModel axis, Palette palette) {
        var scale = scale(width, axis);
        double left = scale.x(axis.start());
        double right = Math.max(left + 2, scale.x(axis.end()));
        g.setFill(palette.background().deriveColor(0, 1, 1, 0.62));
        g.fillRect(scale.left(), 0, left - scale.left(), height);
        g.fillRect(right, 0, scale.right() - right, height);
        g.setStroke(palette.data());
        g.setLineWidth(1.5);
        g.strokeRoundRect(left + 0.75, 0.75, right - left - 1.5, height - 1.5, 5, 5);
    }

    private static void paintEmotions(
            GraphicsContext g, double top, PredictionTimeline timeline, TimeScale scale) {
        for (Segment segment : timeline.segments()) {
            double x = scale.x(segment.startSeconds());
            g.setFill(
                    Palette.of(segment.emotion())
                            .deriveColor(0, 1, 1, segment.uncertain() ? 0.35 : 1));
            g.fillRect(
                    x,
                    top + segment.channel() * EMOTIONS,
                    Math.max(1, scale.x(segment.endSeconds()) - x - 0.5),
                    EMOTIONS - 1);
        }
    }
}
