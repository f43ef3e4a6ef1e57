// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.Map;

/**
 * What the codes of a log mean, from lookup tables.
 *
 * @param titles by dimension, then by code; codes and dimensions may be missing
 */
record CodeTitles(Map<CallDimension, Map<String, String>> titles) {
    CodeTitles {
        titles = Map.copyOf(titles);
    }

    /** The title of a code; VolaPhone's own tables are known, other codes stand for themselves. */
    String of(CallDimension dimension, String code) {
        Map<String, String> own = titles.getOrDefault(dimension, Map.of());
        return own.getOrDefault(code, CallNames.title(dimension, code));
    }
}
