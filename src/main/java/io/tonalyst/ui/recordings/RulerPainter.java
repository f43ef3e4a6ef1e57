// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Hairline;
import io.tonalyst.ui.Palette;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws the time ruler, and the vertical lines behind the panes that continue its ticks. */
final class RulerPainter {
    /** Height of the ruler in pixels. */
    static final double HEIGHT = 24;

    private static final double TICK_PIXELS = 84;
    private static final int MINOR = 5;

    private RulerPainter() {}

    static void paint(
            GraphicsContext g, double width, double height, TimeScale scale, Palette palette) {
        g.setFill(palette.surface());
        g.fillRect(0, 0, width, height);
        g.setFill(palette.axis());
        Hairline.horizontal(g, scale.left(), scale.right(), height - 0.5);
        double step = step(scale);
        int decimals = TickSteps.decimals(step);
        eachTick(scale, step / MINOR, (x, t) -> Hairline.vertical(g, x, height - 4, height));
        var font = BundledFont.regular(11);
        eachTick(
                scale,
                step,
                (x, time) -> {
                    g.setFill(palette.axis());
                    Hairline.vertical(g, x, height - 9, height);
                    String text = TimeText.of(time, decimals);
                    boolean fits = x + PaintText.width(text, font) + 6 < width;
                    PaintText.draw(
                            g,
                            text,
                            fits ? x + 4 : x - 4,
                            height / 2 - 3,
                            fits ? TextAlignment.LEFT : TextAlignment.RIGHT,
                            font,
                            palette.mutedText());
                });
        PaintText.draw(
                g,
                "Time",
                scale.left() - 8,
                height / 2,
                TextAlignment.RIGHT,
                font,
                palette.mutedText());
    }

    /** Continues the ticks through a pane. */
    static void paintGrid(
            GraphicsContext g, double top, double height, TimeScale scale, Palette palette) {
        g.setFill(palette.grid());
        eachTick(scale, step(scale), (x, time) -> Hairline.vertical(g, x, top, top + height));
    }

    private static double step(TimeScale scale) {
        return TickSteps.atLeast(TICK_PIXELS * scale.secondsPerPixel());
    }

    private static void eachTick(TimeScale scale, double step, TickConsumer consumer) {
        if (scale.end() <= scale.start()) {
            return;
        }
        long first = (long) Math.ceil(scale.start() / step - 1e-9);
        long last = (long) Math.floor(scale.end() / step + 1e-9);
        for (long i = first; i <= last; i++) {
            consumer.accept(Math.floor(scale.x(i * step)) + 0.5, i * step);
        }
    }

    @FunctionalInterface
    private interface TickConsumer {
        void accept(double x, double time);
    }
}
