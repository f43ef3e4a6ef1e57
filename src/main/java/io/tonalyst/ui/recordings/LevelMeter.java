// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.capture.Level;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Palette;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;

/**
 * How loud the input is, -60 to 0 dB: the bar is the RMS, the line the highest peak of late, which
 * falls slowly. Says in words, not by colour alone, that the input is too loud.
 */
final class LevelMeter extends StackPane {
    private static final double LOWEST_DB = -60;
    private static final double FALL_DB_A_PULSE = 0.25;
    private static final int CLIPPED_PULSES = 90;
    private static final int PULSES_BETWEEN_WORDS = 60;
    private static final double WIDTH = 190;
    private static final double TEXT = 62;

    private final Supplier<Palette> palette;
    private final PaintSurface surface;
    private Level level = Level.SILENCE;
    private double peak = Level.FLOOR_DB;
    private int clipped;
    private int pulses;

    LevelMeter(Supplier<Palette> palette) {
        this.palette = palette;
        surface = new PaintSurface(this::paint);
        getChildren().add(surface);
        setMinSize(WIDTH, 22);
        setPrefSize(WIDTH, 22);
        setMaxSize(WIDTH, 22);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText("Level of the input");
    }

    /** Shows a level; to be called at each pulse. */
    void show(Level now) {
        level = now;
        peak = Math.max(now.peakDb(), peak - FALL_DB_A_PULSE);
        clipped = now.clipped() ? CLIPPED_PULSES : Math.max(0, clipped - 1);
        if (pulses++ % PULSES_BETWEEN_WORDS == 0) {
            setAccessibleText("Level of the input " + words());
        }
        surface.repaint();
    }

    private String words() {
        if (clipped > 0) {
            return "too loud";
        }
        return peak <= LOWEST_DB ? "silent" : String.format(Locale.ROOT, "%.0f dB", peak);
    }

    private void paint(GraphicsContext g, double width, double height) {
        Palette colours = palette.get();
        double room = width - TEXT;
        g.setFill(colours.grid());
        g.fillRoundRect(0, height / 2 - 5, room, 10, 4, 4);
        g.setFill(clipped > 0 ? colours.threshold() : colours.data());
        g.fillRoundRect(0, height / 2 - 5, room * share(level.rmsDb()), 10, 4, 4);
        g.setFill(colours.text());
        g.fillRect(Math.max(0, room * share(peak) - 2), height / 2 - 7, 2, 14);
        PaintText.draw(
                g,
                words(),
                width,
                height / 2,
                TextAlignment.RIGHT,
                BundledFont.regular(11),
                colours.mutedText());
    }

    private static double share(double db) {
        return Math.clamp(1 - db / LOWEST_DB, 0, 1);
    }
}
