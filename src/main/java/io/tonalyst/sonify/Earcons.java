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

    /** E6, above the highest note of the default range. */
    private static final int LOWER = 88;

    /** From the highest note of the data to the lower tone, in semitones. */
    private static final int DISTANCE = 4;

    /** A fourth. */
    private static final int INTERVAL = 5;

    private Earcons() {}

    /** MIDI note number of the lower tone, above data up to {@code highest}. */
    static int lower(double highest) {
        return Math.max(LOWER, (int) Math.ceil(highest) + DISTANCE);
    }

    /** MIDI note number of the first tone. */
    static int firstPitch(ScoreEvent.Earcon earcon) {
        return earcon.lower() + (earcon.crossing() == Crossing.BREACH ? 0 : INTERVAL);
    }

    /** MIDI note number of the second tone. */
    static int secondPitch(ScoreEvent.Earcon earcon) {
        return earcon.lower() + (earcon.crossing() == Crossing.BREACH ? INTERVAL : 0);
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
