// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which field of a row holds which column; names are compared without case, blanks or dashes. */
final class CallLogHeader {
    private final Map<String, Integer> fields = new LinkedHashMap<>();
    private final List<String> names;

    CallLogHeader(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            fields.putIfAbsent(normal(names.get(i)), i);
        }
    }

    /** The field of a column, -1 when the file does not have it. */
    int field(String column) {
        return fields.getOrDefault(normal(column), -1);
    }

    int size() {
        return names.size();
    }

    /**
     * Makes sure of the columns a file must have.
     *
     * @param file its name, for the sentence
     */
    void require(String file, List<String> columns) throws CallLogException {
        var missing = new ArrayList<String>();
        for (String column : columns) {
            if (field(column) < 0) {
                missing.add(column);
            }
        }
        if (!missing.isEmpty()) {
            throw new CallLogException(
                    "%s lacks the column%s %s; its first line reads \"%s\"."
                            .formatted(
                                    file,
                                    missing.size() == 1 ? "" : "s",
                                    String.join(", ", missing),
                                    Quote.of(String.join(",", names), 120)));
        }
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}
