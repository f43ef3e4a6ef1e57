// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.format;

import java.util.Locale;
import java.util.Set;

/** Marks that say yes or no. */
public enum YesNo {
    YES,
    NO,
    UNKNOWN;

    private static final Set<String> YES_WORDS =
            Set.of(
                    "y",
                    "yes",
                    "true",
                    "t",
                    "1",
                    "x",
                    "ja",
                    "j",
                    "oui",
                    "si",
                    "sí",
                    "1.0",
                    "resolved",
                    "answered");
    private static final Set<String> NO_WORDS =
            Set.of("n", "no", "false", "f", "0", "nein", "non", "0.0", "unresolved", "abandoned");

    /** What a mark says by the words in common use. */
    public static YesNo parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (YES_WORDS.contains(word)) {
            return YES;
        }
        return NO_WORDS.contains(word) ? NO : UNKNOWN;
    }

    /** The words in common use for this, in lower case; empty for {@link #UNKNOWN}. */
    public Set<String> words() {
        return switch (this) {
            case YES -> YES_WORDS;
            case NO -> NO_WORDS;
            case UNKNOWN -> Set.of();
        };
    }
}
