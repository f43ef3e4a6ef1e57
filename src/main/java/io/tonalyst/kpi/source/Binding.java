// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.format.DateStyle;
import io.tonalyst.kpi.format.DurationStyle;
import io.tonalyst.kpi.table.TableSample;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping on one file: its columns found, its styles settled, and what is still open.
 *
 * @param mapping what was asked for
 * @param sample the file it is for
 * @param fields the fields whose columns were found
 * @param issues what is missing or doubtful, the blocking ones first
 */
public record Binding(
        ColumnMapping mapping,
        TableSample sample,
        Map<CallField, Bound> fields,
        List<Issue> issues) {
    public Binding {
        var copy = new EnumMap<CallField, Bound>(CallField.class);
        copy.putAll(fields);
        fields = Collections.unmodifiableMap(copy);
        issues = List.copyOf(issues);
    }

    /**
     * A field with its column.
     *
     * @param column the first being 0
     * @param date style of dates; null for other fields, and when it is open
     * @param duration style of durations; null for other fields, and when it is open
     */
    public record Bound(
            CallField field,
            int column,
            FieldRule rule,
            @Nullable DateStyle date,
            @Nullable DurationStyle duration) {}

    /**
     * Something that is missing or doubtful.
     *
     * @param field what it is about; null for the mapping as a whole
     * @param blocking whether the file cannot be read as long as it is
     */
    public record Issue(@Nullable CallField field, String sentence, boolean blocking) {}

    /** Whether the file can be read. */
    public boolean isReady() {
        return issues.stream().noneMatch(Issue::blocking);
    }

    /** The field as it was found; null when it is not mapped or the file lacks its column. */
    public @Nullable Bound bound(CallField field) {
        return fields.get(field);
    }

    /** The blocking issues as one text; empty when the file can be read. */
    public String blocking() {
        return String.join(
                " ", issues.stream().filter(Issue::blocking).map(Issue::sentence).toList());
    }

    /** What was assumed, for whoever wants to check. */
    public List<String> remarks() {
        return issues.stream().filter(issue -> !issue.blocking()).map(Issue::sentence).toList();
    }
}
