// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.Measure;
import io.tonalyst.render.ColourMap;
import io.tonalyst.ui.kpi.explore.Pen;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Figures as colours: viridis, which grows evenly in lightness and is told apart by colour-blind
 * eyes and in black and white. The darkest part is left out, which would not stand out from a dark
 * window.
 */
final class Scale {
    private static final int STEPS = 64;
    private static final double FIRST = 0.12;
    private static final Color[] COLOURS = new Color[STEPS + 1];
    private static final Color DARK_INK = Color.web("#10151c");
    private static final Color LIGHT_INK = Color.web("#ffffff");

    static {
        for (int i = 0; i <= STEPS; i++) {
            int argb = ColourMap.VIRIDIS.argb(FIRST + (1 - FIRST) * i / STEPS);
            COLOURS[i] = Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
        }
    }

    private Scale() {}

    /** The colour of a share of the scale, 0 to 1. */
    static Color colour(double share) {
        return COLOURS[(int) Math.round(Math.clamp(share, 0.0, 1.0) * STEPS)];
    }

    /** A colour for text upon it. */
    static Color ink(double share) {
        return share < 0.62 ? LIGHT_INK : DARK_INK;
    }

    /** The scale as a legend: a bar with its ends and the threshold under it. */
    static void bar(
            Pen pen,
            double x,
            double y,
            double width,
            double height,
            AxisDomain domain,
            Measure measure,
            double threshold) {
        bar(pen, x, y, width, height, domain, measure, threshold, false, false);
    }

    /**
     * The scale as a legend.
     *
     * @param below whether there are figures below its end, which have the colour of the end
     * @param above whether there are figures above it
     */
    static void bar(
            Pen pen,
            double x,
            double y,
            double width,
            double height,
            AxisDomain domain,
            Measure measure,
            double threshold,
            boolean below,
            boolean above) {
        for (int i = 0; i < STEPS; i++) {
            double left = Math.floor(x + width * i / STEPS);
            double right = Math.floor(x + width * (i + 1) / STEPS);
            pen.rect(left, y, right - left, height, COLOURS[i]);
        }
        Color muted = pen.palette().mutedText();
        double under = y + height + 4;
        String low = (below ? "≤ " : "") + Pen.plain(domain.low());
        String high = (above ? "≥ " : "") + Pen.plain(domain.high()) + " " + measure.unit();
        pen.text(low, x, under, TextAlignment.LEFT, VPos.TOP, muted);
        pen.text(high, x + width, under, TextAlignment.RIGHT, VPos.TOP, muted);
        if (!Double.isNaN(threshold)) {
            double at = x + width * domain.share(threshold);
            pen.thick(at, y - 4, at, y + height + 4, pen.palette().threshold(), 2);
            String text = Pen.plain(Math.rint(threshold * 10) / 10);
            double half = pen.width(text) / 2;
            boolean free =
                    at - half > x + pen.width(low) + 6
                            && at + half < x + width - pen.width(high) - 6;
            if (free) {
                pen.text(
                        text, at, under, TextAlignment.CENTER, VPos.TOP, pen.palette().threshold());
            }
        }
    }
}
