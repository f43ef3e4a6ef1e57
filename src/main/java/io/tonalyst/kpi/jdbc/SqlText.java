// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A piece of SQL with the values of its parameters in their order. Immutable. Values never stand in
 * the text.
 *
 * @param sql with a question mark for each parameter
 * @param parameters texts and dates
 */
record SqlText(String sql, List<Object> parameters) {
    SqlText {
        parameters = List.copyOf(parameters);
    }

    static SqlText of(String sql, Object... parameters) {
        return new SqlText(sql, List.of(parameters));
    }

    /** This, then the other. */
    SqlText then(SqlText other) {
        var all = new ArrayList<>(parameters);
        all.addAll(other.parameters);
        return new SqlText(sql + other.sql, all);
    }

    /** This, then a piece without parameters. */
    SqlText then(String more) {
        return new SqlText(sql + more, parameters);
    }

    /** This between other pieces without parameters. */
    SqlText in(String before, String after) {
        return new SqlText(before + sql + after, parameters);
    }

    /** The pieces with a separator between them. */
    static SqlText join(String separator, Collection<SqlText> pieces) {
        var sql = new ArrayList<String>();
        var all = new ArrayList<Object>();
        for (SqlText piece : pieces) {
            sql.add(piece.sql);
            all.addAll(piece.parameters);
        }
        return new SqlText(String.join(separator, sql), all);
    }

    /** Whether an expression is one of some texts; false where there are none. */
    static SqlText isIn(String expression, Collection<String> texts) {
        return texts.isEmpty()
                ? of("1 = 0")
                : new SqlText(
                        expression
                                + " IN ("
                                + String.join(", ", Collections.nCopies(texts.size(), "?"))
                                + ")",
                        List.copyOf(texts));
    }
}
