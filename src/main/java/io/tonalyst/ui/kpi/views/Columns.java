// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.Estimate;
import io.tonalyst.kpi.Measure;
import java.util.Locale;

/** Names of table columns and figures in words. */
final class Columns {
    private Columns() {}

    /** Such as {@code AHT, s}. */
    static String named(Measure measure) {
        return measure == Measure.CALLS
                ? "Calls handled"
                : measure.shortTitle() + ", " + measure.unit();
    }

    /** Such as {@code AHT 812.3 s (95 % 790.1 to 834.5)} or {@code AHT not recorded}. */
    static String sentence(Measure measure, Estimate estimate) {
        if (Double.isNaN(estimate.value())) {
            return measure.shortTitle() + " not recorded";
        }
        String band =
                estimate.hasBand()
                        ? String.format(
                                Locale.ROOT,
                                " (95 %% %,.1f to %,.1f)",
                                estimate.low(),
                                estimate.high())
                        : "";
        return sentence(measure, estimate.value()) + band;
    }

    /** Such as {@code AHT 812.3 s}. */
    static String sentence(Measure measure, double value) {
        return Double.isNaN(value)
                ? measure.shortTitle() + " not recorded"
                : measure.shortTitle() + " " + measure.format(value);
    }
}
