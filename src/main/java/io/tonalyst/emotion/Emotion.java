// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import java.util.List;
import java.util.Locale;

/**
 * The eight acted emotions of the corpora, in the order every file and array of the product uses.
 */
public enum Emotion {
    NEUTRAL,
    CALM,
    HAPPY,
    SAD,
    ANGRY,
    FEAR,
    DISGUST,
    SURPRISE;

    /** All of them, in order. */
    public static final List<Emotion> ALL = List.of(values());

    /** Name in files, such as {@code angry}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name on screen, such as {@code Angry}. */
    public String title() {
        return name().charAt(0) + key().substring(1);
    }
}
