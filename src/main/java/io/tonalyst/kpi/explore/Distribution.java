// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.explore;

import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * How a duration is spread over the calls. Quantiles are exact, with linear interpolation between
 * neighbouring calls (type 7 of Hyndman and Fan, 1996, as NumPy and R have it by default).
 *
 * @param calls that pass the filter and record the duration
 * @param sd standard deviation with n - 1; NaN below two calls
 * @param bins of equal width from the first that has calls; the last holds all longer ones too
 */
public record Distribution(
        Figure figure,
        CallFilter filter,
        long calls,
        double mean,
        double sd,
        double min,
        double p10,
        double p25,
        double median,
        double p75,
        double p90,
        double p95,
        double max,
        List<Bin> bins) {
    private static final int BINS = 40;
    private static final double[] WIDTHS = {1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800};

    public Distribution {
        bins = List.copyOf(bins);
    }

    /**
     * Calls whose duration lies from {@code from} to below {@code to}, in seconds.
     *
     * @param to infinity where the bin is the last and holds all longer calls
     */
    public record Bin(double from, double to, long calls) {
        /** Such as {@code 100 to 120 s}. */
        public String title() {
            return to == Double.POSITIVE_INFINITY
                    ? String.format(Locale.ROOT, "%,.0f s and longer", from)
                    : String.format(Locale.ROOT, "%,.0f to %,.0f s", from, to);
        }
    }

    /**
     * The spread of a duration over the calls that pass a filter.
     *
     * @param figure one of {@link Figure#DURATIONS}
     */
    public static Distribution of(CallLog log, Figure figure, CallFilter filter) {
        if (figure.kind() != Figure.Kind.DURATION) {
            throw new IllegalArgumentException(figure.title() + " is no duration");
        }
        var values = new SecondCounts(log.size());
        IntPredicate counts = log.accepting(filter);
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < log.size(); row++) {
            if (counts.test(row)) {
                double value = figure.value(log, row);
                if (!Double.isNaN(value)) {
                    values.add(value);
                    sum += value;
                    squares += value * value;
                }
            }
        }
        int n = values.size();
        double mean = n == 0 ? Double.NaN : sum / n;
        double variance = n < 2 ? Double.NaN : Math.max(0, (squares - sum * mean) / (n - 1));
        return new Distribution(
                figure,
                filter,
                n,
                mean,
                Math.sqrt(variance),
                values.quantile(0),
                values.quantile(0.10),
                values.quantile(0.25),
                values.quantile(0.50),
                values.quantile(0.75),
                values.quantile(0.90),
                values.quantile(0.95),
                values.quantile(1),
                bins(values));
    }

    private static List<Bin> bins(SecondCounts values) {
        var bins = new ArrayList<Bin>();
        if (values.size() == 0) {
            return bins;
        }
        int first = (int) values.quantile(0);
        // The longest one in two hundred calls would leave the others in a few bins.
        double reach = Math.max(1, values.quantile(0.995) - first);
        int width = (int) WIDTHS[WIDTHS.length - 1];
        for (double round : WIDTHS) {
            if (round * BINS >= reach) {
                width = (int) round;
                break;
            }
        }
        int from = first / width * width;
        int end = (int) values.quantile(1);
        for (int i = 0; i < BINS + 1 && from <= end; i++, from += width) {
            boolean last = i == BINS || from + width > end;
            boolean open = last && from + width <= end;
            bins.add(
                    new Bin(
                            from,
                            open ? Double.POSITIVE_INFINITY : from + width,
                            values.between(from, open ? Integer.MAX_VALUE : from + width)));
        }
        return bins;
    }

    /** The quantiles in one sentence. */
    public String sentence() {
        return calls == 0
                ? "No call records it."
                : String.format(
                        Locale.ROOT,
                        "%,d calls: median %,.1f s, mean %,.1f s, standard deviation %,.1f s; 10 %%"
                                + " lie below %,.1f s, 90 %% below %,.1f s, all from %,.1f to %,.1f"
                                + " s.",
                        calls,
                        median,
                        mean,
                        sd,
                        p10,
                        p90,
                        min,
                        max);
    }

    /** Such as {@code Distribution of talk time}. */
    public String title() {
        return title(figure);
    }

    /** Such as {@code Distribution of talk time}. */
    public static String title(Figure figure) {
        return "Distribution of " + figure.title().toLowerCase(Locale.ROOT);
    }
}
