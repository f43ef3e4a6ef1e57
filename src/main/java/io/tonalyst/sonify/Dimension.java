// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.List;

/**
 * Something that is known of each point of a series and can be heard.
 *
 * @param key name in designs, such as {@code queue}
 * @param title name in sentences, such as {@code queue time}
 * @param higherIsWorse whether a high value is the bad one
 * @param low value that sounds as the low end of a property
 * @param high value that sounds as its high end, above {@code low}
 * @param values one for each point; NaN where it is not known
 */
public record Dimension(
        String key,
        String title,
        boolean higherIsWorse,
        double low,
        double high,
        List<Double> values) {
    public Dimension {
        if (!(high > low)) {
            throw new IllegalArgumentException("Not a range: " + low + " to " + high);
        }
        values = List.copyOf(values);
    }

    /** A dimension over the range of its own values. */
    public static Dimension over(
            String key, String title, boolean higherIsWorse, List<Double> values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        boolean flat = !(high > low);
        double from = Double.isFinite(low) ? low : 0;
        return new Dimension(key, title, higherIsWorse, from, flat ? from + 1 : high, values);
    }

    /** The same values in the range that all of some dimensions with values span together. */
    Dimension spanning(List<Dimension> all) {
        List<Dimension> known =
                all.stream().filter(d -> d.values.stream().anyMatch(Double::isFinite)).toList();
        return new Dimension(
                key,
                title,
                higherIsWorse,
                known.stream().mapToDouble(Dimension::low).min().orElse(low),
                known.stream().mapToDouble(Dimension::high).max().orElse(high),
                values);
    }

    /** Where a value lies in the range, 0 to 1; the middle for NaN. */
    double share(double value) {
        return Double.isNaN(value) ? 0.5 : Math.clamp((value - low) / (high - low), 0.0, 1.0);
    }
}
