// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import io.tonalyst.emotion.Emotion;

/** The colours of the emotions as in the window: Okabe and Ito's set, grey for neutral. */
final class EmotionColours {
    private static final String[] HEX = {
        "#707070", "#56b4e9", "#f0e442", "#0072b2", "#d55e00", "#cc79a7", "#009e73", "#e69f00"
    };

    private EmotionColours() {}

    /** Such as {@code #d55e00}. */
    static String of(Emotion emotion) {
        return HEX[emotion.ordinal()];
    }
}
