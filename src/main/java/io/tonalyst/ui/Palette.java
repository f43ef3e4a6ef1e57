// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui;

import io.tonalyst.emotion.Emotion;
import javafx.scene.paint.Color;

/**
 * The colours painters draw with, for a light or a dark window.
 *
 * @param background of a chart or pane
 * @param surface of a raised area such as a label
 * @param grid lines behind the data
 * @param axis axis lines, ticks
 * @param text labels
 * @param mutedText secondary labels
 * @param data the first series, the waveform
 * @param accent playhead and current point
 * @param threshold the threshold line
 * @param selection translucent selection
 */
public record Palette(
        Color background,
        Color surface,
        Color grid,
        Color axis,
        Color text,
        Color mutedText,
        Color data,
        Color accent,
        Color threshold,
        Color selection) {
    public static final Palette LIGHT =
            new Palette(
                    Color.web("#ffffff"),
                    Color.web("#f5f7fa"),
                    Color.web("#e3e7ed"),
                    Color.web("#8a94a3"),
                    Color.web("#1c2430"),
                    Color.web("#5b6675"),
                    Color.web("#0b6e99"),
                    Color.web("#c2410c"),
                    Color.web("#9f1239"),
                    Color.web("#0b6e99", 0.18));

    public static final Palette DARK =
            new Palette(
                    Color.web("#12161c"),
                    Color.web("#1b212a"),
                    Color.web("#2a323e"),
                    Color.web("#6d7888"),
                    Color.web("#e8edf4"),
                    Color.web("#9aa6b6"),
                    Color.web("#4cb4e0"),
                    Color.web("#fb923c"),
                    Color.web("#fb7185"),
                    Color.web("#4cb4e0", 0.22));

    /**
     * Okabe and Ito's colour-blind safe set, with a grey for neutral that deuteranopes tell from
     * it.
     */
    private static final Color[] EMOTIONS = {
        Color.web("#707070"),
        Color.web("#56b4e9"),
        Color.web("#f0e442"),
        Color.web("#0072b2"),
        Color.web("#d55e00"),
        Color.web("#cc79a7"),
        Color.web("#009e73"),
        Color.web("#e69f00")
    };

    /** The colour of an emotion, the same in both themes; never the only cue. */
    public static Color of(Emotion emotion) {
        return EMOTIONS[emotion.ordinal()];
    }
}
