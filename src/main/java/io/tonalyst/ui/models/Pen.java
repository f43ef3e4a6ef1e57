// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** What all charts draw alike: text, rules, marks, and the colours and shapes of series. */
final class Pen {
    static final Font LABEL = BundledFont.regular(11);
    static final Font STRONG = BundledFont.strong(11);

    private static final List<Color> FURTHER_LIGHT =
            List.of(Color.web("#6d28d9"), Color.web("#15803d"), Color.web("#a16207"));
    private static final List<Color> FURTHER_DARK =
            List.of(Color.web("#c4b5fd"), Color.web("#86efac"), Color.web("#fde047"));

    private final GraphicsContext g;
    private final Palette palette;

    Pen(GraphicsContext g, Palette palette) {
        this.g = g;
        this.palette = palette;
    }

    /** Fills the whole chart with the background. */
    void clear(double width, double height) {
        g.setFill(palette.background());
        g.fillRect(0, 0, width, height);
        g.setLineDashes();
        g.setLineWidth(1);
    }

    /** Text whose middle is at {@code y}, on the given side of {@code x}. */
    void text(String text, double x, double y, TextAlignment side, Color colour, Font font) {
        g.setFont(font);
        g.setFill(colour);
        g.setTextAlign(side);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y);
    }

    void left(String text, double x, double y) {
        text(text, x, y, TextAlignment.LEFT, palette.text(), LABEL);
    }

    void right(String text, double x, double y) {
        text(text, x, y, TextAlignment.RIGHT, palette.text(), LABEL);
    }

    void centre(String text, double x, double y) {
        text(text, x, y, TextAlignment.CENTER, palette.text(), LABEL);
    }

    void mutedLeft(String text, double x, double y) {
        text(text, x, y, TextAlignment.LEFT, palette.mutedText(), LABEL);
    }

    void mutedRight(String text, double x, double y) {
        text(text, x, y, TextAlignment.RIGHT, palette.mutedText(), LABEL);
    }

    void mutedCentre(String text, double x, double y) {
        text(text, x, y, TextAlignment.CENTER, palette.mutedText(), LABEL);
    }

    /** A hairline on whole pixels. */
    void line(double x1, double y1, double x2, double y2, Color colour) {
        g.setStroke(colour);
        g.setLineWidth(1);
        g.strokeLine(crisp(x1), crisp(y1), crisp(x2), crisp(y2));
    }

    void rect(double x, double y, double width, double height, Color colour) {
        g.setFill(colour);
        g.fillRect(x, y, Math.max(0, width), Math.max(0, height));
    }

    /** The frame around the item that is pointed at. */
    void mark(double x, double y, double width, double height) {
        g.setStroke(palette.text());
        g.setLineWidth(2);
        g.strokeRect(x, y, width, height);
        g.setLineWidth(1);
    }

    /** A point of a series; each series has a shape of its own. */
    void point(int series, double x, double y, double size, Color colour) {
        double r = size / 2;
        g.setFill(colour);
        switch (series % 4) {
            case 0 -> g.fillOval(x - r, y - r, size, size);
            case 1 -> g.fillRect(x - r, y - r, size, size);
            case 2 ->
                    g.fillPolygon(
                            new double[] {x, x + r * 1.2, x - r * 1.2},
                            new double[] {y - r * 1.2, y + r, y + r},
                            3);
            default ->
                    g.fillPolygon(
                            new double[] {x, x + r * 1.3, x, x - r * 1.3},
                            new double[] {y - r * 1.3, y, y + r * 1.3, y},
                            4);
        }
    }

    /** The colour of a series, 0 the first; legible on the background. */
    static Color colour(Palette palette, int series) {
        boolean dark = palette.background().getBrightness() < 0.5;
        List<Color> further = dark ? FURTHER_DARK : FURTHER_LIGHT;
        return switch (series % 6) {
            case 0 -> palette.data();
            case 1 -> palette.accent();
            case 2 -> palette.threshold();
            default -> further.get(series % 6 - 3);
        };
    }

    /** Black or white, whichever is legible on a colour. */
    static Color on(Color colour) {
        double luminance =
                0.2126 * linear(colour.getRed())
                        + 0.7152 * linear(colour.getGreen())
                        + 0.0722 * linear(colour.getBlue());
        return luminance > 0.2 ? Color.web("#10151c") : Color.WHITE;
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    /** Text cut at its end, with an ellipsis, so that it fits into a width. */
    static String fit(String text, double width, Font font) {
        if (width(text, font) <= width) {
            return text;
        }
        int length = text.length();
        while (length > 1 && width(text.substring(0, length) + "…", font) > width) {
            length--;
        }
        return text.substring(0, length).strip() + "…";
    }

    static double width(String text, Font font) {
        var ruler = new Text(text);
        ruler.setFont(font);
        return ruler.getLayoutBounds().getWidth();
    }

    private static double crisp(double v) {
        return Math.floor(v) + 0.5;
    }
}
