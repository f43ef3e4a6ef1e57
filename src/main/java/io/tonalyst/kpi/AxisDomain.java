// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The values a chart's axis spans, from a round number to a round number; the pitch of the default
 * mapping spans the same, so that the ear and the eye agree.
 *
 * @param low lower end
 * @param high upper end, above {@code low}
 * @param step distance of the grid lines, a whole number of which lies between the ends
 */
public record AxisDomain(double low, double high, double step) {
    public AxisDomain {
        if (!(high > low) || !(step > 0)) {
            throw new IllegalArgumentException("Not an axis: " + low + " to " + high);
        }
    }

    /**
     * A round axis of about five steps over the points and thresholds; shares stay within 0 to 100
     * and points within their bounds.
     *
     * @param measure whose values these are
     * @param values at least one finite value; others are passed over
     */
    public static AxisDomain covering(Measure measure, double... values) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        if (min > max) {
            min = 0;
            max = measure.isRate() ? 100 : 1;
        }
        double spread = Math.max(max - min, Math.max(Math.abs(max) * 0.1, 1));
        double step = roundStep(spread / 5);
        double low = Math.floor(min / step) * step;
        double high = Math.ceil(max / step) * step;
        if (high <= low) {
            low = Math.max(measure.lowest(), low - step);
            high += step;
        }
        if (measure.isSigned()) {
            low = Math.max(low, Math.floor(measure.lowest() / step) * step);
        }
        double most = measure.highest();
        return high > most
                ? new AxisDomain(Math.min(low, most - step), most, step)
                : new AxisDomain(low, high, step);
    }

    /** The axis of a series with its threshold on it. */
    public static AxisDomain covering(KpiSeries series, double threshold) {
        return covering(List.of(series), threshold);
    }

    /** The axis that several series of one measure share, with their threshold. */
    public static AxisDomain covering(List<KpiSeries> series, double threshold) {
        return covering(
                series.getFirst().measure(),
                DoubleStream.concat(
                                series.stream()
                                        .flatMap(one -> one.points().stream())
                                        .mapToDouble(KpiPoint::value),
                                DoubleStream.of(threshold))
                        .toArray());
    }

    /** Where {@code value} lies, 0 at the lower end to 1 at the upper; clamped. */
    public double share(double value) {
        return Math.clamp((value - low) / (high - low), 0.0, 1.0);
    }

    /** The smallest of 1, 2, 2.5, 5 times a power of ten that is at least {@code wanted}. */
    private static double roundStep(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * power >= wanted * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
