// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Review;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Draws the labels a person gave as blocks in a row over those of the model, so that both are seen.
 * A label that confirms the model's carries a tick.
 */
final class CorrectionPainter {
    private static final double ROW = 20;
    private static final double NARROWEST_LABEL = 12;

    private CorrectionPainter() {}

    /** Height of the row; 0 where there are no labels. */
    static double height(Review review) {
        return review.annotations().stream().anyMatch(CorrectionPainter::isShown) ? ROW : 0;
    }

    /**
     * Whether an annotation is more than a comment: a label, no speech, other edges, a stretch of
     * one's own.
     */
    static boolean isShown(Annotation said) {
        return said.label().isPresent()
                || said.silent()
                || said.isMoved()
                || said.predicted().isEmpty();
    }

    /** Draws the row of a channel, with its top at y. */
    static void paint(
            GraphicsContext g,
            double y,
            int channel,
            Review review,
            TimeScale scale,
            Palette palette) {
        g.setFill(palette.surface());
        g.fillRect(scale.left(), y, scale.width(), ROW - 2);
        for (Annotation said : review.annotations()) {
            if (said.channel() == channel && isShown(said)) {
                paintBlock(g, y, said, scale, palette);
            }
        }
    }

    /** Draws what the row is called, into the gutter. */
    static void paintLabel(GraphicsContext g, double y, TimeScale scale, Palette palette) {
        PaintText.draw(
                g,
                "Yours",
                scale.left() - 6,
                y + ROW / 2 - 1,
                TextAlignment.RIGHT,
                BundledFont.regular(10),
                palette.mutedText());
    }

    private static void paintBlock(
            GraphicsContext g, double y, Annotation said, TimeScale scale, Palette palette) {
        double x = scale.x(said.startSeconds());
        double right = scale.x(said.endSeconds());
        if (right < scale.left() || x > scale.right()) {
            return;
        }
        double w = Math.max(2, right - x - 1);
        Optional<Emotion> emotion = said.label().or(() -> said.predicted().map(p -> p.emotion()));
        Color colour =
                emotion.filter(e -> !said.silent()).map(Palette::of).orElse(palette.mutedText());
        g.setFill(colour.deriveColor(0, 1, 1, 0.38));
        g.fillRoundRect(x, y + 1, w, ROW - 4, 5, 5);
        g.setStroke(palette.text());
        g.setLineWidth(1.25);
        g.strokeRoundRect(x + 0.6, y + 1.6, Math.max(1, w - 1.2), ROW - 5.2, 5, 5);
        double visible = Math.max(x, scale.left());
        double room = Math.min(x + w, scale.right()) - visible - 13;
        if (room < NARROWEST_LABEL) {
            return;
        }
        var font = BundledFont.regular(11);
        for (String text : texts(said)) {
            if (PaintText.width(text, font) <= room) {
                PaintText.draw(
                        g,
                        text,
                        visible + 9,
                        y + ROW / 2 - 1,
                        TextAlignment.LEFT,
                        font,
                        palette.text());
                return;
            }
        }
    }

    /** What may stand in a block, the longest first. */
    static List<String> texts(Annotation said) {
        if (said.silent()) {
            return List.of("No speech", "–");
        }
        if (said.label().isEmpty()) {
            return said.predicted()
                    .map(p -> List.of(p.emotion().title() + ", moved", "moved"))
                    .orElse(List.of(said.comment().isBlank() ? "Marked" : said.comment().strip()));
        }
        Emotion label = said.label().get();
        boolean confirmed = said.predicted().filter(p -> p.emotion() == label).isPresent();
        String tick = confirmed ? "✓ " : "";
        String not =
                said.predicted()
                        .filter(p -> p.emotion() != label)
                        .map(p -> ", not " + p.emotion().key())
                        .orElse("");
        return List.of(
                tick + label.title() + not, tick + label.title(), label.title().substring(0, 2));
    }
}
