// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.sonify.ScoreEvent.Crossing;
import io.tonalyst.sonify.ScoreEvent.Mark;

/**
 * How the signals beside the notes sound. They lie above the pitches of the data, so that none is
 * taken for a value.
 */
final class Earcons {
    /** Each of the two tones of an earcon, 55 ms. */
    static final int TONE_FRAMES = SonificationScore.RATE.hertz() * 55 / 1000;

    /** From the first tone of an earcon to the second, 50 ms. */
    static final int STEP_FRAMES = SonificationScore.RATE.hertz() / 20;

    /** A whole earcon. */
    static final int FRAMES = STEP_FRAMES + TONE_FRAMES;

    /** A tick of the calendar, 50 ms. */
    static final int TICK_FRAMES = SonificationScore.RATE.hertz() / 20;

    /** E6, above the highest note of the data. */
    private static final int LOWER = 88;

    /** A6. */
    private static final int UPPER = 93;

    private Earcons() {}

    /** MIDI note number of the first tone. */
    static int firstPitch(Crossing crossing) {
        return crossing == Crossing.BREACH ? LOWER : UPPER;
    }

    /** MIDI note number of the second tone. */
    static int secondPitch(Crossing crossing) {
        return crossing == Crossing.BREACH ? UPPER : LOWER;
    }

    /** MIDI note number of a tick. */
    static int pitch(Mark mark) {
        return mark == Mark.MONTH ? 91 : 96;
    }

    /** Strength of a tick. */
    static double gain(Mark mark) {
        return mark == Mark.MONTH ? 0.1 : 0.04;
    }
}
