// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.explore;

import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Hairline;
import io.tonalyst.ui.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Draws what the charts have in common: heading, axes, crisp lines, fitted text. */
public final class Pen {
    /** Space above the plot for title and subtitle. */
    public static final double HEAD = 72;

    private final GraphicsContext g;
    private final Palette palette;
    private final Font title = BundledFont.strong(17);
    private final Font label = BundledFont.regular(12);
    private final Font strong = BundledFont.strong(12);

    public Pen(GraphicsContext g, Palette palette) {
        this.g = g;
        this.palette = palette;
    }

    public Palette palette() {
        return palette;
    }

    public void heading(double width, double height, String what, String how) {
        g.setFill(palette.background());
        g.fillRect(0, 0, width, height);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        g.setFill(palette.text());
        g.setFont(title);
        g.fillText(fit(what, width - 20, title), 10, 8);
        g.setFill(palette.mutedText());
        g.setFont(label);
        g.fillText(fit(how, width - 20, label), 10, 34);
    }

    /** Says that there is nothing to draw. */
    public void nothing() {
        text(
                "No call records what is asked for.",
                10,
                HEAD,
                TextAlignment.LEFT,
                VPos.TOP,
                palette.mutedText());
    }

    public void text(
            String text, double x, double y, TextAlignment align, VPos base, Color colour) {
        g.setFont(label);
        g.setFill(colour);
        g.setTextAlign(align);
        g.setTextBaseline(base);
        g.fillText(text, x, y);
    }

    public void strong(
            String text, double x, double y, TextAlignment align, VPos base, Color colour) {
        g.setFont(strong);
        g.setFill(colour);
        g.setTextAlign(align);
        g.setTextBaseline(base);
        g.fillText(text, x, y);
    }

    /** A crisp line one pixel wide; quickest along the axes and without dashes. */
    public void line(double x1, double y1, double x2, double y2, Color colour, double... dashes) {
        boolean level = Math.floor(y1) == Math.floor(y2);
        boolean plumb = Math.floor(x1) == Math.floor(x2);
        if (dashes.length == 0 && (level || plumb)) {
            g.setFill(colour);
            if (level) {
                Hairline.horizontal(
                        g, Math.floor(Math.min(x1, x2)), Math.floor(Math.max(x1, x2)) + 1, y1);
            } else {
                Hairline.vertical(
                        g, x1, Math.floor(Math.min(y1, y2)), Math.floor(Math.max(y1, y2)) + 1);
            }
            return;
        }
        g.setStroke(colour);
        g.setLineWidth(1);
        g.setLineDashes(dashes);
        g.strokeLine(crisp(x1), crisp(y1), crisp(x2), crisp(y2));
        g.setLineDashes((double[]) null);
    }

    public void thick(double x1, double y1, double x2, double y2, Color colour, double width) {
        g.setStroke(colour);
        g.setLineWidth(width);
        g.strokeLine(x1, y1, x2, y2);
    }

    public void rect(double x, double y, double width, double height, Color colour) {
        g.setFill(colour);
        g.fillRect(x, y, width, height);
    }

    public void frame(double x, double y, double width, double height, Color colour) {
        line(x, y, x + width, y, colour);
        line(x, y + height, x + width, y + height, colour);
        line(x, y + 1, x, y + height - 1, colour);
        line(x + width, y + 1, x + width, y + height - 1, colour);
    }

    /** A frame of a given strength. */
    public void border(
            double x, double y, double width, double height, Color colour, double strength) {
        g.setStroke(colour);
        g.setLineWidth(strength);
        g.strokeRect(x, y, width, height);
    }

    /** A triangle in the upper right corner of a cell. */
    public void corner(double right, double top, double size, Color colour) {
        g.setFill(colour);
        g.fillPolygon(
                new double[] {right - size, right, right}, new double[] {top, top, top + size}, 3);
    }

    /** A marker of one of three shapes: dot, square, triangle. */
    public void marker(int shape, double x, double y, double radius, Color colour) {
        switch (shape % 3) {
            case 0 -> dot(x, y, radius, colour);
            case 1 -> rect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8, colour);
            default -> {
                g.setFill(colour);
                g.fillPolygon(
                        new double[] {x - radius * 1.15, x, x + radius * 1.15},
                        new double[] {y + radius * 0.9, y - radius * 1.2, y + radius * 0.9},
                        3);
            }
        }
    }

    /** A line through points, dashed or not. */
    public void path(
            double[] xs, double[] ys, int points, Color colour, double width, double... dashes) {
        g.setStroke(colour);
        g.setLineWidth(width);
        g.setLineDashes(dashes);
        g.strokePolyline(xs, ys, points);
        g.setLineDashes((double[]) null);
    }

    /** A disc with an outline around it: two discs, which paint quicker than a stroked circle. */
    public void disc(double x, double y, double radius, Color fill, Color outline, double width) {
        dot(x, y, radius + width, outline);
        dot(x, y, radius, fill);
    }

    /** Begins lines that are drawn together by {@link #stroke}, many of them in one go. */
    public void begin() {
        g.beginPath();
    }

    /** Adds a line through points. */
    public void add(double[] xs, double[] ys, int points) {
        if (points > 1) {
            g.moveTo(xs[0], ys[0]);
            for (int i = 1; i < points; i++) {
                g.lineTo(xs[i], ys[i]);
            }
        }
    }

    /** Draws the lines that were added, with the ends and corners that have the fewest edges. */
    public void stroke(Color colour, double width) {
        g.setStroke(colour);
        g.setLineWidth(width);
        g.setLineJoin(StrokeLineJoin.BEVEL);
        g.setLineCap(StrokeLineCap.BUTT);
        g.stroke();
        g.setLineJoin(StrokeLineJoin.MITER);
        g.setLineCap(StrokeLineCap.SQUARE);
    }

    /** A circle. */
    public void ring(double x, double y, double radius, Color colour) {
        g.setStroke(colour);
        g.setLineWidth(1.5);
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** Large pale letters behind the data. */
    public void watermark(String text, double x, double y, double size, Color colour) {
        g.setFont(BundledFont.strong(size));
        g.setFill(colour);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y);
    }

    public void dot(double x, double y, double radius, Color colour) {
        g.setFill(colour);
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    public void diamond(double x, double y, double radius, Color colour) {
        g.setFill(colour);
        g.fillPolygon(
                new double[] {x - radius, x, x + radius, x},
                new double[] {y, y - radius, y, y + radius},
                4);
    }

    public double width(String text) {
        return width(text, label);
    }

    private static double width(String text, Font font) {
        var ruler = new Text(text);
        ruler.setFont(font);
        return ruler.getLayoutBounds().getWidth();
    }

    public String fit(String text, double width) {
        return fit(text, width, label);
    }

    /** The text, shortened with an ellipsis where it would not fit. */
    private static String fit(String text, double width, Font font) {
        if (width(text, font) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(text.substring(0, middle).strip() + "…", font) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.substring(0, low).strip() + "…";
    }

    /** Round ticks over a span, ascending: steps of 1, 2 or 5 times a power of ten. */
    public static List<Double> ticks(double low, double high, int about) {
        double span = Math.max(high - low, 1e-9);
        double wanted = span / Math.max(1, about);
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double step = 10 * power;
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= wanted * (1 - 1e-9)) {
                step = factor * power;
                break;
            }
        }
        var ticks = new ArrayList<Double>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** A number with no more decimals than it needs. */
    public static String plain(double value) {
        String text = String.format(Locale.ROOT, "%,.2f", value);
        return text.replaceFirst("\\.?0+$", "").isEmpty() || !text.contains(".")
                ? text
                : text.replaceFirst("\\.?0+$", "");
    }

    private static double crisp(double place) {
        return Math.floor(place) + 0.5;
    }
}
