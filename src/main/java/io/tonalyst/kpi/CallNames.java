// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.Locale;
import java.util.Map;

/** What the codes of the VolaPhone tables mean. */
final class CallNames {
    private static final String RESOLVED = "Resolution1";

    private static final Map<String, String> OUTCOMES =
            Map.of(
                    RESOLVED,
                    "Call resolved by agent",
                    "Resolution2",
                    "Transferred to other agent",
                    "Resolution3",
                    "Escalated to Supervisor");

    private static final Map<String, String> TYPES =
            Map.of(
                    "Type10", "Billing & Payments",
                    "Type20", "Technical Support",
                    "Type30", "Service Changes",
                    "Type40", "Products & Services",
                    "Type50", "General Inquiries");

    private CallNames() {}

    /** The code in words; the code itself when it is not in the tables. */
    static String title(CallDimension dimension, String code) {
        return switch (dimension) {
            case OUTCOME -> OUTCOMES.getOrDefault(code, code);
            case CALL_TYPE -> TYPES.getOrDefault(code, code);
            default -> code;
        };
    }

    static boolean isResolved(String code) {
        return code.equals(RESOLVED) || code.equalsIgnoreCase(OUTCOMES.get(RESOLVED));
    }

    static boolean isAnger(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        return lower.equals("anger") || lower.equals("angry");
    }
}
