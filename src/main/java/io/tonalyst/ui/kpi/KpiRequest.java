// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.ScoreVoice;
import java.util.Set;

/**
 * What is to be shown and heard.
 *
 * @param threshold in the unit of the measure; NaN asks for the default of the series
 * @param speed of the score: 1 is the mapping's own, 2 twice as many days a second
 * @param silent voices that are left out of the sound
 */
public record KpiRequest(
        KpiQuery query, double threshold, Mapping mapping, double speed, Set<ScoreVoice> silent) {
    public KpiRequest {
        silent = Set.copyOf(silent);
    }

    /** The same request with a threshold. */
    KpiRequest withThreshold(double value) {
        return new KpiRequest(query, value, mapping, speed, silent);
    }
}
