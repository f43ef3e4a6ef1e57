// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.emotion.Emotion;
import java.util.EnumSet;
import java.util.Set;

/** The four corpora of acted emotional English speech the model is trained on. */
public enum Corpus {
    /** Livingstone and Russo 2018; 24 professional actors. */
    RAVDESS("RAVDESS", "CC BY-NC-SA 4.0", EnumSet.allOf(Emotion.class)),
    /** Cao et al. 2014; 91 actors, crowd-sourced. */
    CREMA_D(
            "CREMA-D",
            "ODbL 1.0",
            EnumSet.complementOf(EnumSet.of(Emotion.CALM, Emotion.SURPRISE))),
    /** Pichora-Fuller and Dupuis 2020; two actresses, 200 words. */
    TESS("TESS", "CC BY-NC-ND 4.0", EnumSet.complementOf(EnumSet.of(Emotion.CALM))),
    /** Haq and Jackson 2009; four men. */
    SAVEE(
            "SAVEE",
            "research only, by registration",
            EnumSet.complementOf(EnumSet.of(Emotion.CALM)));

    private final String title;
    private final String licence;
    private final Set<Emotion> emotions;

    Corpus(String title, String licence, Set<Emotion> emotions) {
        this.title = title;
        this.licence = licence;
        this.emotions = Set.copyOf(emotions);
    }

    /** Its usual name, as in files and tables, such as {@code CREMA-D}. */
    public String title() {
        return title;
    }

    /** Licence of the recordings in a few words. */
    public String licence() {
        return licence;
    }

    /** The emotions it contains. */
    public Set<Emotion> emotions() {
        return emotions;
    }
}
