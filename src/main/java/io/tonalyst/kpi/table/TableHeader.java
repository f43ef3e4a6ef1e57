// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which field of a row holds which column; names are compared without case, blanks and punctuation.
 */
public final class TableHeader {
    private final Map<String, Integer> fields = new LinkedHashMap<>();
    private final List<String> names;

    public TableHeader(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            fields.putIfAbsent(normal(names.get(i)), i);
        }
    }

    /** The field of a column, -1 when the file does not have it. */
    public int field(String column) {
        return fields.getOrDefault(normal(column), -1);
    }

    public int size() {
        return names.size();
    }

    /**
     * Makes sure of the columns a file must have.
     *
     * @param file its name, for the sentence
     */
    public void require(String file, List<String> columns) throws TableException {
        var missing = new ArrayList<String>();
        for (String column : columns) {
            if (field(column) < 0) {
                missing.add(column);
            }
        }
        if (!missing.isEmpty()) {
            throw new TableException(
                    "%s lacks the column%s %s; its first line reads \"%s\"."
                            .formatted(
                                    file,
                                    missing.size() == 1 ? "" : "s",
                                    String.join(", ", missing),
                                    Quote.of(String.join(",", names), 120)));
        }
    }

    /** The column names as the file has them. */
    public List<String> names() {
        return names;
    }

    /** A name as it is compared: in lower case, letters and digits only. */
    public static String normal(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        String plain = lower.replaceAll("[^\\p{L}\\p{N}]", "");
        return plain.isEmpty() ? lower : plain;
    }

    /**
     * Names for columns: blank ones become {@code Column 3}, repeated ones {@code Name (2)}, so
     * that each can be told.
     */
    public static List<String> distinct(List<String> names) {
        var seen = new HashMap<String, Integer>();
        var result = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            name = name.isEmpty() ? "Column " + (i + 1) : name;
            int times = seen.merge(normal(name), 1, Integer::sum);
            result.add(times == 1 ? name : name + " (" + times + ")");
        }
        return result;
    }
}
