// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

/**
 * What was measured in the recording of one call.
 *
 * @param emotion key of the emotion that prevails, such as {@code angry}
 * @param angry whether that is anger
 * @param confidence mean probability of that emotion, 0 to 1
 * @param coverage share of the recording in which there is speech to judge, above 0 to 1
 * @param valence share of positive minus share of negative emotion, in points from -100 to 100
 * @param valenceChange valence of the last third minus that of the first third, in points from -200
 *     to 200; NaN where one of them has no speech
 */
public record CallEmotion(
        String emotion,
        boolean angry,
        double confidence,
        double coverage,
        double valence,
        double valenceChange) {
    public CallEmotion {
        if (emotion.isEmpty() || !(Math.abs(valence) <= 100.001)) {
            throw new IllegalArgumentException("Not a measured emotion: " + emotion + valence);
        }
    }
}
