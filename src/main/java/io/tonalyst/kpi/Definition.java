// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of the definitions in use a measure follows. They differ for {@link Measure#AHT} only. */
public enum Definition {
    /** AHT is the sum of talk, hold and after-call work over the calls handled. */
    STANDARD("Standard"),
    /** AHT is the mean of the talk time alone, as the VolaPhone notebooks had it. */
    VOLAPHONE("VolaPhone reference");

    private final String title;

    Definition(String title) {
        this.title = title;
    }

    /** Name on the command line and in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    /** The definition with this {@link #key}. */
    public static Optional<Definition> ofKey(String key) {
        return Arrays.stream(values()).filter(d -> d.key().equals(key)).findFirst();
    }
}
