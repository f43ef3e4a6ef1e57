// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** In which order small multiples stand. */
public enum MultiplesOrder {
    AGENT("by agent"),
    WORST("worst first"),
    BEST("best first"),
    /** The largest change for the worse first. */
    WORSENING("worsening first"),
    /** The widest spread from period to period first. */
    UNSTEADY("unsteady first"),
    CALLS("most calls first");

    private final String title;

    MultiplesOrder(String title) {
        this.title = title;
    }

    /** Name on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    /** The order with this {@link #key}. */
    public static Optional<MultiplesOrder> ofKey(String key) {
        return Arrays.stream(values()).filter(o -> o.key().equalsIgnoreCase(key)).findFirst();
    }

    /**
     * Agents without the figure come last, equal ones in the order of their numbers.
     *
     * @param higherIsWorse of the measure
     */
    Comparator<MultiplesChart.Line> comparator(boolean higherIsWorse) {
        double bad = higherIsWorse ? -1 : 1;
        return switch (this) {
            case AGENT -> Comparator.comparingInt(line -> line.agent().number());
            case WORST -> by(line -> bad * line.overall().value());
            case BEST -> by(line -> -bad * line.overall().value());
            case WORSENING -> by(line -> bad * line.change());
            case UNSTEADY -> by(line -> -line.spread());
            case CALLS -> by(line -> -line.calls());
        };
    }

    private static Comparator<MultiplesChart.Line> by(ToDoubleFunction<MultiplesChart.Line> key) {
        // NaN is above all others in the order of doubles.
        return Comparator.comparingDouble(key).thenComparingInt(line -> line.agent().number());
    }
}
