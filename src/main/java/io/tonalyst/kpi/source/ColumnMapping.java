// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.table.DialectHints;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table mean for a call log. Immutable.
 *
 * @param name short name, which is also the name of its file
 * @param title name on screen
 * @param description one or two sentences; may be empty
 * @param table what is known of how such tables are written
 * @param fields where each field comes from
 * @param lookups tables that are joined
 * @param skips rows that are no calls
 */
public record ColumnMapping(
        String name,
        String title,
        String description,
        DialectHints table,
        Map<CallField, FieldRule> fields,
        List<Lookup> lookups,
        List<SkipRule> skips) {
    public ColumnMapping {
        var copy = new EnumMap<CallField, FieldRule>(CallField.class);
        copy.putAll(fields);
        fields = Collections.unmodifiableMap(copy);
        lookups = List.copyOf(lookups);
        skips = List.copyOf(skips);
    }

    /** A mapping of nothing yet. */
    public static ColumnMapping empty(String name) {
        return new ColumnMapping(name, name, "", DialectHints.NONE, Map.of(), List.of(), List.of());
    }

    /** Where a field comes from; null when it is not mapped. */
    public @Nullable FieldRule rule(CallField field) {
        return fields.get(field);
    }

    /** Whether a field is mapped. */
    public boolean has(CallField field) {
        return fields.containsKey(field);
    }

    /** The same mapping with another rule for a field; null to leave the field out. */
    public ColumnMapping with(CallField field, @Nullable FieldRule rule) {
        var changed = new EnumMap<CallField, FieldRule>(CallField.class);
        changed.putAll(fields);
        if (rule == null) {
            changed.remove(field);
        } else {
            changed.put(field, rule);
        }
        return new ColumnMapping(name, title, description, table, changed, lookups, skips);
    }

    public ColumnMapping withLookups(List<Lookup> changed) {
        return new ColumnMapping(name, title, description, table, fields, changed, skips);
    }

    public ColumnMapping withTable(DialectHints changed) {
        return new ColumnMapping(name, title, description, changed, fields, lookups, skips);
    }

    /** The same mapping under another name. */
    public ColumnMapping named(String newName, String newTitle, String newDescription) {
        return new ColumnMapping(newName, newTitle, newDescription, table, fields, lookups, skips);
    }
}
