// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.overview;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The labels of periods, each made once however many agents share it. For one thread. */
final class Labels {
    private final Granularity granularity;
    private final Map<LocalDate, String> known = new HashMap<>();

    Labels(Granularity granularity) {
        this.granularity = granularity;
    }

    /** The label of the period that begins on a day. */
    String of(LocalDate first) {
        return known.computeIfAbsent(first, granularity::label);
    }
}
