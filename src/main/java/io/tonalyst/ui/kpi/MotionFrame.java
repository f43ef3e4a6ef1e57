// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.KpiPoint;
import io.tonalyst.kpi.KpiSeries;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a motion chart shows at one moment.
 *
 * @param series the whole month
 * @param threshold in the unit of the measure
 * @param dayPosition days since the first of the month, 0-based and continuous: day {@code i} is
 *     reached at {@code i}; nothing later is drawn
 */
public record MotionFrame(KpiSeries series, double threshold, double dayPosition) {
    /** The chart with the whole month drawn. */
    public static MotionFrame whole(KpiSeries series, double threshold) {
        return new MotionFrame(series, threshold, series.days() - 1.0);
    }

    /** The same chart at another moment. */
    public MotionFrame at(double position) {
        return new MotionFrame(series, threshold, position);
    }

    /** Days of the period. */
    public int days() {
        return series.days();
    }

    /** The day that has been reached, 0-based; never beyond the month. */
    public int currentDay() {
        return (int) Math.clamp(Math.floor(dayPosition), 0, days() - 1);
    }

    /** {@code Agent 32400 - 14 January 2017}. */
    public String title() {
        return series.subject() + " - " + KpiFormat.longDate(date(currentDay()));
    }

    /** The date of a day, 0-based. */
    public LocalDate date(int day) {
        return series.first().plusDays(day);
    }

    /** The point of a day, or null on a day without calls. */
    public @Nullable KpiPoint point(int day) {
        return series.point(date(day)).orElse(null);
    }

    /** Whether a value is on the bad side of the threshold. */
    public boolean breaches(double value) {
        return series.measure().isBreach(value, threshold);
    }
}
