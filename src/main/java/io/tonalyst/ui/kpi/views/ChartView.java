// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways the figures of a log are drawn. */
public enum ChartView {
    /** One agent's month as a line that draws itself. */
    LINE("Line", "A month of one agent, drawn in step with its sound"),
    COMPARE("Compare", "A month of up to three agents"),
    BUBBLES("Bubbles", "All agents, moving from period to period"),
    MULTIPLES("Small multiples", "A small line for each agent"),
    CALENDAR("Calendar", "All days of one agent");

    private final String title;
    private final String hint;

    ChartView(String title, String hint) {
        this.title = title;
        this.hint = hint;
    }

    /** Name on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    /** What it shows, in a few words. */
    public String hint() {
        return hint;
    }

    /** Whether its time is the day of the month that is heard. */
    public boolean followsSound() {
        return this == LINE || this == COMPARE;
    }

    /** The view with this {@link #key}. */
    public static Optional<ChartView> ofKey(String key) {
        return Arrays.stream(values()).filter(v -> v.key().equalsIgnoreCase(key)).findFirst();
    }
}
