// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

/**
 * What a score is made from.
 *
 * @param speed 1 is the mapping's own, 2 twice as many steps a second
 */
record ScorePlan(SoundSeries series, Mapping mapping, double speed) {
    /** The slowest speed of a score. */
    static final double MIN_SPEED = 0.25;

    /** The fastest speed of a score. */
    static final double MAX_SPEED = 8;

    ScorePlan {
        if (!(speed >= MIN_SPEED && speed <= MAX_SPEED)) {
            throw new IllegalArgumentException(
                    "A speed lies between "
                            + MIN_SPEED
                            + " and "
                            + MAX_SPEED
                            + ", not at "
                            + speed);
        }
    }

    /** The same at another speed. */
    ScorePlan atSpeed(double other) {
        return new ScorePlan(series, mapping, other);
    }
}
