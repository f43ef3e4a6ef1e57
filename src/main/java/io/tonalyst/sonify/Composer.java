// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.time.TimeMap;
import java.util.List;

/** Makes the parts of a score after one mapping. */
sealed interface Composer permits PreciseComposer, ReferenceComposer {
    /** Ordered by start. */
    List<ScoreEvent> events();

    /** Score seconds to day position. */
    TimeMap days();

    /** The mapping in one sentence. */
    String sentence();

    /** Pitch and velocity of a value on a day with {@code calls} calls. */
    Tone tone(double value, int calls);

    /** The values of the audible legend: low end, threshold, high end. */
    double[] legendValues();

    static Composer of(ScorePlan plan) {
        return switch (plan.mapping()) {
            case Mapping.Precise precise -> new PreciseComposer(plan, precise);
            case Mapping.ReferenceSimple() -> new ReferenceComposer(plan, false);
            case Mapping.ReferenceVaried() -> new ReferenceComposer(plan, true);
        };
    }

    /**
     * A pitch with its strength.
     *
     * @param pitch MIDI note number with fractions
     * @param velocity 1 to 127
     */
    record Tone(double pitch, int velocity) {}
}
