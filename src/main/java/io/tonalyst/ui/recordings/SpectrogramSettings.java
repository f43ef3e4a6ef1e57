// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.render.ColourMap;
import io.tonalyst.render.FrequencyScale;

/**
 * How the spectrogram is shown.
 *
 * @param lowDb level of the first colour, in dB; a full-scale sine has 0 dB
 * @param highDb level of the last colour, above {@code lowDb}
 */
record SpectrogramSettings(ColourMap colours, FrequencyScale scale, double lowDb, double highDb) {
    /** Lowest level that can be chosen. */
    static final double MIN_DB = -140;

    /** Highest level that can be chosen. */
    static final double MAX_DB = 0;

    static final SpectrogramSettings DEFAULT =
            new SpectrogramSettings(ColourMap.MAGMA, FrequencyScale.MEL, -100, -30);

    SpectrogramSettings {
        if (!(highDb > lowDb)) {
            throw new IllegalArgumentException("No range of levels: " + lowDb + " to " + highDb);
        }
    }

    SpectrogramSettings withColours(ColourMap newColours) {
        return new SpectrogramSettings(newColours, scale, lowDb, highDb);
    }

    SpectrogramSettings withScale(FrequencyScale newScale) {
        return new SpectrogramSettings(colours, newScale, lowDb, highDb);
    }

    SpectrogramSettings withRange(double newLowDb, double newHighDb) {
        return new SpectrogramSettings(colours, scale, newLowDb, newHighDb);
    }
}
