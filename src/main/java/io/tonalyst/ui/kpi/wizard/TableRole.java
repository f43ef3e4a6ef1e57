// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import io.tonalyst.kpi.source.CallField;
import io.tonalyst.kpi.source.ColumnMapping;
import io.tonalyst.kpi.source.FieldRule;
import io.tonalyst.kpi.source.Lookup;
import io.tonalyst.kpi.table.TableHeader;
import java.util.List;

/** What a lookup table is for, told by the names of its columns as far as they tell. */
final class TableRole {
    private TableRole() {}

    /** The field whose column is also in the table; else its first column has agents. */
    static Lookup of(String file, List<String> columns, ColumnMapping mapping) {
        var header = new TableHeader(columns);
        CallField of = CallField.AGENT;
        int key = 0;
        for (CallField field : Lookup.KEYS) {
            FieldRule rule = mapping.rule(field);
            int at = rule == null ? -1 : header.field(rule.column());
            if (at >= 0) {
                of = field;
                key = at;
                break;
            }
        }
        int value = columns.size() == 1 ? 0 : key == 0 ? 1 : 0;
        return new Lookup(file, of, columns.get(key), of, columns.get(value), false);
    }
}
