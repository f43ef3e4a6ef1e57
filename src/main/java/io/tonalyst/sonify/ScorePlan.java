// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.KpiPoint;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What a score is made from.
 *
 * @param speed 1 is the mapping's own, 2 twice as many days a second
 */
record ScorePlan(
        KpiSeries series, double threshold, AxisDomain axis, Mapping mapping, double speed) {
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
        if (series.days() > SonificationScore.MAX_DAYS) {
            throw new IllegalArgumentException("Too long for a score: " + series.days() + " days");
        }
        if (!Double.isFinite(threshold)) {
            throw new IllegalArgumentException("Not a threshold: " + threshold);
        }
    }

    Measure measure() {
        return series.measure();
    }

    /** Days from the first of the period to {@code date}. */
    int day(LocalDate date) {
        return series.dayIndex(date);
    }

    /** The days with a value. */
    List<KpiPoint> points() {
        return series.points().stream().filter(p -> Double.isFinite(p.value())).toList();
    }

    /** AHT sounds struck, the other measures sustained. */
    Timbre timbre() {
        return measure() == Measure.AHT ? Timbre.STRUCK : Timbre.SUSTAINED;
    }

    /** Such as {@code 2017-01-04 AHT 683.6 s (11 calls)}. */
    String label(KpiPoint point) {
        return String.format(
                Locale.ROOT,
                "%s %s %s (%d %s)",
                point.date(),
                measure().shortTitle(),
                measure().format(point.value()),
                point.calls(),
                point.calls() == 1 ? "call" : "calls");
    }

    /** A value without needless decimals, with its unit. */
    String inWords(double value) {
        String number =
                value == Math.rint(value)
                        ? String.format(Locale.ROOT, "%,.0f", value)
                        : String.format(Locale.ROOT, "%,.1f", value);
        return number + " " + measure().unit();
    }
}
