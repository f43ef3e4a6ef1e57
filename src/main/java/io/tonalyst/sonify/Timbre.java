// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The instruments. All are additive and band-limited; none is a recording. */
public enum Timbre {
    /** A struck bar: the partials 1, 4 and 10, each dying away by itself. */
    MARIMBA("Marimba", 12),
    /** A struck bar of metal: as the marimba, and rings on. */
    VIBRAPHONE("Vibraphone", 11),
    /** A struck string. */
    PIANO("Piano", 0),
    /** A plucked string. */
    HARP("Harp", 46),
    /** A sustained triangle wave: odd harmonics that fall fast. */
    TRIANGLE("Triangle wave", 79),
    /** A sustained tone of few harmonics, setting in softly. */
    FLUTE("Flute", 73),
    /** A sustained tone of odd harmonics. */
    CLARINET("Clarinet", 71),
    /** A sustained tone of octaves. */
    ORGAN("Organ", 19),
    /** Bowed strings: all harmonics, setting in softly. */
    STRINGS("Strings", 48);

    private final String title;
    private final int program;

    Timbre(String title, int program) {
        this.title = title;
        this.program = program;
    }

    /** Name in files, such as {@code marimba}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    /** The nearest instrument of General MIDI, counted from 0. */
    int program() {
        return program;
    }

    /** The instrument with this {@link #key}. */
    public static Optional<Timbre> ofKey(String key) {
        return Stream.of(values()).filter(t -> t.key().equals(key)).findFirst();
    }
}
