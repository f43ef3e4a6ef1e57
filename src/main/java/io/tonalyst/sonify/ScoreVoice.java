// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

/** What can be heard alone or left out of a score. */
public enum ScoreVoice {
    /** The notes of the first series. */
    FIRST,
    /** The notes of the second of several series. */
    SECOND,
    /** The notes of the third of several series. */
    THIRD,
    /** The signals where a threshold is crossed. */
    EARCONS,
    /** The ticks of the calendar. */
    TICKS
}
