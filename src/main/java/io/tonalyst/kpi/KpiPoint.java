// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.LocalDate;

/**
 * The figure of one day that has calls.
 *
 * @param totals the components it is made of
 * @param calls how many calls the figure rests on
 */
public record KpiPoint(LocalDate date, Estimate estimate, CallTotals totals, int calls) {
    /** A figure that rests on all calls of the day. */
    public KpiPoint(LocalDate date, Estimate estimate, CallTotals totals) {
        this(date, estimate, totals, totals.calls());
    }

    /** The figure, in the unit of the measure. */
    public double value() {
        return estimate.value();
    }

    /** Lower end of the 95 % band; NaN when there is none. */
    public double low() {
        return estimate.low();
    }

    /** Upper end of the 95 % band; NaN when there is none. */
    public double high() {
        return estimate.high();
    }
}
