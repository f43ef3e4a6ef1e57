// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.ScoreVoice;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be shown and heard.
 *
 * @param beside agents that are heard beside that of the query, at most two
 * @param threshold in the unit of the measure; NaN asks for the default of the series
 * @param speed of the score: 1 is the mapping's own, 2 twice as many days a second
 * @param silent voices that are left out of the sound
 */
public record KpiRequest(
        KpiQuery query,
        List<Integer> beside,
        double threshold,
        Mapping mapping,
        double speed,
        Set<ScoreVoice> silent) {
    public KpiRequest {
        beside = List.copyOf(beside);
        silent = Set.copyOf(silent);
    }

    /** What is asked of each agent that is heard, that of the query first. */
    List<KpiQuery> queries() {
        return Stream.concat(Stream.of(query), beside.stream().map(query::of)).toList();
    }

    /** The same request with a threshold. */
    KpiRequest withThreshold(double value) {
        return new KpiRequest(query, beside, value, mapping, speed, silent);
    }
}
