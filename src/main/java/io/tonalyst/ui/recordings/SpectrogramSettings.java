// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.render.ColourMap;
import io.tonalyst.render.FrequencyScale;
import io.tonalyst.render.StftColumns;

/**
 * How the spectrogram is shown.
 *
 * @param lowDb level of the first colour, in dB; a full-scale sine has 0 dB
 * @param highDb level of the last colour, above {@code lowDb}
 * @param windowSeconds wanted length of a window; 0 leaves it to the view
 */
record SpectrogramSettings(
        ColourMap colours,
        FrequencyScale scale,
        double lowDb,
        double highDb,
        double windowSeconds) {
    /** Views shorter than this get a shorter window, which tells moments better apart. */
    private static final double CLOSE_UP_SECONDS = 2;

    /** Lowest level that can be chosen. */
    static final double MIN_DB = -140;

    /** Highest level that can be chosen. */
    static final double MAX_DB = 0;

    static final SpectrogramSettings DEFAULT =
            new SpectrogramSettings(ColourMap.MAGMA, FrequencyScale.MEL, -100, -30, 0);

    SpectrogramSettings {
        if (!(highDb > lowDb)) {
            throw new IllegalArgumentException("No range of levels: " + lowDb + " to " + highDb);
        }
    }

    SpectrogramSettings withColours(ColourMap newColours) {
        return new SpectrogramSettings(newColours, scale, lowDb, highDb, windowSeconds);
    }

    SpectrogramSettings withScale(FrequencyScale newScale) {
        return new SpectrogramSettings(colours, newScale, lowDb, highDb, windowSeconds);
    }

    SpectrogramSettings withRange(double newLowDb, double newHighDb) {
        return new SpectrogramSettings(colours, scale, newLowDb, newHighDb, windowSeconds);
    }

    SpectrogramSettings withWindow(double newWindowSeconds) {
        return new SpectrogramSettings(colours, scale, lowDb, highDb, newWindowSeconds);
    }

    /**
     * Samples of a window: a power of two near what is wanted.
     *
     * @param spanSeconds what is in view
     */
    int window(double spanSeconds, int sampleRate) {
        double automatic = spanSeconds < CLOSE_UP_SECONDS ? 0.032 : 0.064;
        return StftColumns.windowFor(windowSeconds > 0 ? windowSeconds : automatic, sampleRate);
    }
}
