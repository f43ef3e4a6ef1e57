// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.emotion.Segment;
import io.tonalyst.review.Review;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Draws what the model says over time, a lane a channel: probabilities stacked from neutral at the
 * bottom to surprise at the top, and below them the segments with label and confidence. Uncertain
 * segments are dashed and carry a question mark. Where there was no speech, nothing is drawn.
 */
final class PredictionPainter {
    /** Height of the strip of segment blocks in a lane. */
    static final double STRIP = 24;

    /** Measuring text costs more than drawing it; below this width no label fits anyway. */
    private static final double NARROWEST_LABEL = 12;

    /** Windows nearer than this belong together, in seconds. */
    private static final double JOIN = 0.02;

    private PredictionPainter() {}

    static void paint(
            GraphicsContext g,
            double width,
            double height,
            PredictionTimeline timeline,
            TimeScale scale,
            Palette palette) {
        paint(g, width, height, timeline, Review.NONE, scale, palette);
    }

    /**
     * @param review whose labels stand in a row of their own over those of the model, if it has any
     */
    static void paint(
            GraphicsContext g,
            double width,
            double height,
            PredictionTimeline timeline,
            Review review,
            TimeScale scale,
            Palette palette) {
        double yours = CorrectionPainter.height(review);
        g.setFill(palette.background());
        g.fillRect(0, 0, width, height);
        var lanes = new Lanes(timeline.channels(), height);
        for (int c = 0; c < timeline.channels(); c++) {
            double top = lanes.top(c);
            double stackHeight = Math.max(1, lanes.laneHeight() - STRIP - 3 - yours);
            paintFrame(g, top, stackHeight, lanes.laneHeight(), scale, palette);
            paintLabels(g, top, stackHeight, Lanes.name(c, timeline.channels()), scale, palette);
            PaintText.draw(
                    g,
                    "Label",
                    scale.left() - 6,
                    top + lanes.laneHeight() - STRIP / 2,
                    TextAlignment.RIGHT,
                    BundledFont.regular(10),
                    palette.mutedText());
            g.save();
            g.beginPath();
            g.rect(scale.left(), top, scale.width(), lanes.laneHeight());
            g.clip();
            for (List<Window> run : runs(timeline, c, scale)) {
                paintStack(g, top, stackHeight, run, scale);
            }
            for (Segment segment : timeline.segments()) {
                if (segment.channel() == c) {
                    paintSegment(g, top + lanes.laneHeight() - STRIP, segment, scale, palette);
                }
            }
            if (yours > 0) {
                double y = top + lanes.laneHeight() - STRIP - yours;
                CorrectionPainter.paint(g, y, c, review, scale, palette);
            }
            g.restore();
            if (yours > 0) {
                CorrectionPainter.paintLabel(
                        g, top + lanes.laneHeight() - STRIP - yours, scale, palette);
            }
        }
    }

    private static void paintFrame(
            GraphicsContext g,
            double top,
            double stackHeight,
            double laneHeight,
            TimeScale scale,
            Palette palette) {
        g.setFill(palette.surface());
        g.fillRect(scale.left(), top, scale.width(), stackHeight);
        g.fillRect(scale.left(), top + laneHeight - STRIP, scale.width(), STRIP);
        RulerPainter.paintGrid(g, top, stackHeight, scale, palette);
        g.setStroke(palette.grid());
        double half = Math.floor(top + stackHeight / 2) + 0.5;
        g.strokeLine(scale.left(), half, scale.right(), half);
    }

    private static void paintLabels(
            GraphicsContext g,
            double top,
            double stackHeight,
            String name,
            TimeScale scale,
            Palette palette) {
        var font = BundledFont.regular(10);
        double x = scale.left() - 6;
        if (stackHeight >= 44) {
            PaintText.draw(g, "100 %", x, top + 6, TextAlignment.RIGHT, font, palette.mutedText());
            PaintText.draw(
                    g,
                    "0 %",
                    x,
                    top + stackHeight - 6,
                    TextAlignment.RIGHT,
                    font,
                    palette.mutedText());
        }
        PaintText.draw(
                g,
                name,
                x,
                top + stackHeight / 2,
                TextAlignment.RIGHT,
                BundledFont.strong(11),
                palette.text());
    }

    /** The windows of a channel in view, cut where there is no speech between them. */
    private static List<List<Window>> runs(
            PredictionTimeline timeline, int channel, TimeScale scale) {
        List<List<Window>> runs = new ArrayList<>();
        List<Window> run = new ArrayList<>();
        for (Window window : timeline.windows()) {
            if (window.channel() != channel
                    || window.endSeconds() < scale.start() - 10
                    || window.startSeconds() > scale.end() + 10) {
                continue;
            }
            if (!run.isEmpty() && window.startSeconds() - run.getLast().endSeconds() > JOIN) {
                runs.add(run);
                run = new ArrayList<>();
            }
            run.add(window);
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    /**
     * Probabilities hold from the middle of the first window to that of the last, joined by lines.
     */
    private static void paintStack(
            GraphicsContext g, double top, double height, List<Window> run, TimeScale scale) {
        int points = run.size() + 2;
        double[] x = new double[points];
        x[0] = scale.x(run.getFirst().startSeconds());
        x[points - 1] = scale.x(run.getLast().endSeconds());
        for (int i = 0; i < run.size(); i++) {
            Window window = run.get(i);
            x[i + 1] = scale.x((window.startSeconds() + window.endSeconds()) / 2);
        }
        double[] below = new double[points];
        for (Emotion emotion : Emotion.ALL) {
            double[] polygonX = new double[2 * points];
            double[] polygonY = new double[2 * points];
            for (int i = 0; i < points; i++) {
                Window window = run.get(Math.clamp(i - 1, 0, run.size() - 1));
                double above = below[i] + window.distribution().of(emotion);
                polygonX[i] = x[i];
                polygonY[i] = top + height * (1 - below[i]);
                polygonX[2 * points - 1 - i] = x[i];
                polygonY[2 * points - 1 - i] = top + height * (1 - above);
                below[i] = above;
            }
            g.setFill(Palette.of(emotion));
            g.fillPolygon(polygonX, polygonY, 2 * points);
        }
    }

    private static void paintSegment(
            GraphicsContext g, double y, Segment segment, TimeScale scale, Palette palette) {
        double x = scale.x(segment.startSeconds());
        double right = scale.x(segment.endSeconds());
        if (right < scale.left() || x > scale.right()) {
            return;
        }
        double w = Math.max(2, right - x - 1);
        Color colour = Palette.of(segment.emotion());
        g.setFill(colour.deriveColor(0, 1, 1, segment.uncertain() ? 0.14 : 0.38));
        g.fillRoundRect(x, y + 1, w, STRIP - 2, 5, 5);
        g.setStroke(colour);
        g.setLineWidth(1.25);
        g.setLineDashes(segment.uncertain() ? new double[] {3, 3} : new double[0]);
        g.strokeRoundRect(x + 0.6, y + 1.6, Math.max(1, w - 1.2), STRIP - 3.2, 5, 5);
        g.setLineDashes();
        if (!segment.uncertain()) {
            g.setFill(colour);
            g.fillRoundRect(x, y + 1, Math.min(w, 4), STRIP - 2, 3, 3);
        }
        double visibleLeft = Math.max(x, scale.left());
        paintSegmentText(
                g,
                segment,
                visibleLeft + 9,
                y + STRIP / 2,
                Math.min(x + w, scale.right()) - visibleLeft - 13,
                palette);
    }

    /** The longest text that fits, or none. */
    private static void paintSegmentText(
            GraphicsContext g, Segment segment, double x, double y, double room, Palette palette) {
        if (room < NARROWEST_LABEL) {
            return;
        }
        var font = BundledFont.regular(11);
        for (String text : labels(segment)) {
            if (PaintText.width(text, font) <= room) {
                PaintText.draw(g, text, x, y, TextAlignment.LEFT, font, palette.text());
                return;
            }
        }
    }

    /** Labels of a segment, the longest first. */
    static List<String> labels(Segment segment) {
        String mark = segment.uncertain() ? "?" : "";
        String percent = Math.round(100 * segment.confidence()) + " %";
        String title = segment.emotion().title() + mark;
        return List.of(
                title + "  " + percent + (segment.uncertain() ? "  uncertain" : ""),
                title + "  " + percent,
                title,
                title.substring(0, 2) + mark);
    }
}
