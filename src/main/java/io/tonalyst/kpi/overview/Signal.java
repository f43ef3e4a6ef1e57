// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.overview;

import io.tonalyst.kpi.Measure;
import java.util.Locale;

/** Something a period shows that chance alone hardly explains. */
public enum Signal {
    ABOVE_LIMITS("above the control limits"),
    BELOW_LIMITS("below the control limits"),
    /** The eighth period in a row, or a later one, above the centre line. */
    RUN_ABOVE("8 or more in a row above the centre line"),
    /** The eighth period in a row, or a later one, below the centre line. */
    RUN_BELOW("8 or more in a row below the centre line"),
    /** The whole 95 % band lies on the bad side of the target. */
    MISSES_TARGET("misses the target with its whole 95 % band");

    private final String title;

    Signal(String title) {
        this.title = title;
    }

    /** Name in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In words, such as {@code above the control limits}. */
    public String title() {
        return title;
    }

    /** Whether it is to be looked into: it lies on the bad side of a measure that has one. */
    public boolean isAlert(Measure measure) {
        return switch (this) {
            case MISSES_TARGET -> true;
            case ABOVE_LIMITS, RUN_ABOVE -> measure.higherIsWorse();
            case BELOW_LIMITS, RUN_BELOW -> !measure.higherIsWorse() && measure != Measure.CALLS;
        };
    }
}
