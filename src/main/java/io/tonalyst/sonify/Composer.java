// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.time.TimeMap;
import java.util.List;
import java.util.OptionalInt;

/** Makes the parts of a score after one mapping. */
sealed interface Composer permits DesignComposer, ReferenceComposer {
    /** Ordered by start. */
    List<ScoreEvent> events();

    /** Score seconds to steps. */
    TimeMap steps();

    /** The mapping in one sentence. */
    String sentence();

    /** How a well-founded value sounds, whatever else is known. */
    Tone tone(double value);

    /** The low and high end of what the mapping tells apart. */
    double[] ends();

    /** How many pitches the mapping has; empty where there is no end of them. */
    OptionalInt pitches();

    static Composer of(ScorePlan plan) {
        return switch (plan.mapping()) {
            case Mapping.Designed(var design) -> new DesignComposer(plan, design);
            case Mapping.ReferenceSimple() -> new ReferenceComposer(plan, false);
            case Mapping.ReferenceVaried() -> new ReferenceComposer(plan, true);
        };
    }
}
