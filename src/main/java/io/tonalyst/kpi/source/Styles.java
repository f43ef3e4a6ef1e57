// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.format.DateStyle;
import io.tonalyst.kpi.format.DurationStyle;

/** Which styles the rule of a field can name. */
final class Styles {
    /** Agents that must be whole numbers. */
    static final String NUMBER = "number";

    private Styles() {}

    /** Whether a style can be named for a field; the empty one always can. */
    static boolean isKnown(CallField field, String style) {
        if (style.isEmpty()) {
            return true;
        }
        return switch (field.kind()) {
            case DATE -> DateStyle.ofKey(style).isPresent();
            case DURATION -> DurationStyle.ofKey(style).isPresent();
            case NAME -> field == CallField.AGENT && style.equals(NUMBER);
            default -> false;
        };
    }
}
