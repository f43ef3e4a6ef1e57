// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import java.util.List;

/**
 * Rows that are no calls.
 *
 * @param column where that stands
 * @param values what stands there
 */
public record SkipRule(String column, List<String> values) {
    public SkipRule {
        values = List.copyOf(values);
    }
}
