// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.Comparator;
import java.util.Locale;

/** A series in words, to be read out or shown: what the ear should have got from the sound. */
public final class SpokenSummary {
    /** Least change from half to half, as a share of the range, that is called one. */
    private static final double CHANGE = 0.1;

    private SpokenSummary() {}

    /** Some plain sentences. */
    public static String of(SoundSeries series) {
        var points = series.points();
        if (points.isEmpty()) {
            return "%s: nothing to be heard, no %s has a value."
                    .formatted(series.title(), series.step());
        }
        var order = Comparator.comparingDouble(SoundSeries.Point::value);
        var lowest = points.stream().min(order).orElseThrow();
        var highest = points.stream().max(order).orElseThrow();
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s: %d of %d %ss have a value. Lowest: %s. Highest: %s.",
                        series.title(),
                        points.size(),
                        series.steps(),
                        series.step(),
                        lowest.label(),
                        highest.label()));
        text.append(course(series));
        series.threshold().ifPresent(limit -> text.append(breaches(series, limit)));
        return text.toString();
    }

    /** From the mean of the first half of the points to that of the second. */
    private static String course(SoundSeries series) {
        var points = series.points();
        int half = points.size() / 2;
        if (half < 2) {
            return "";
        }
        double before = mean(series, 0, half);
        double after = mean(series, points.size() - half, points.size());
        double least = points.stream().mapToDouble(SoundSeries.Point::value).min().orElseThrow();
        double most = points.stream().mapToDouble(SoundSeries.Point::value).max().orElseThrow();
        if (Math.abs(after - before) < CHANGE * (most - least)) {
            return String.format(
                    Locale.ROOT, " On the whole level, about %s.", series.inWords(round(before)));
        }
        return String.format(
                Locale.ROOT,
                " On the whole %s, from about %s in the first half to %s in the second: %s.",
                after > before ? "rising" : "falling",
                series.inWords(round(before)),
                series.inWords(round(after)),
                after > before == series.main().higherIsWorse() ? "worse" : "better");
    }

    private static String breaches(SoundSeries series, double limit) {
        var bad = series.points().stream().filter(p -> series.isBreach(p.value())).toList();
        String beyond = series.main().higherIsWorse() ? "at or above " : "below ";
        if (bad.isEmpty()) {
            return " No " + series.step() + " " + beyond + series.inWords(limit) + ".";
        }
        int run = 0;
        int longest = 0;
        int entered = 0;
        for (var point : series.points()) {
            boolean breach = series.isBreach(point.value());
            entered += breach && run == 0 ? 1 : 0;
            run = breach ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return String.format(
                Locale.ROOT,
                " %d %s %s%s, in %d %s; the longest lasts %d %s.",
                bad.size(),
                bad.size() == 1 ? series.step() : series.step() + "s",
                beyond,
                series.inWords(limit),
                entered,
                entered == 1 ? "stretch" : "stretches",
                longest,
                longest == 1 ? series.step() : series.step() + "s");
    }

    private static double mean(SoundSeries series, int from, int to) {
        return series.points().subList(from, to).stream()
                .mapToDouble(SoundSeries.Point::value)
                .average()
                .orElseThrow();
    }

    private static double round(double value) {
        return Math.rint(value * 10) / 10;
    }
}
