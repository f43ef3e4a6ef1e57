// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import java.sql.Types;
import java.util.Locale;

/** What a column of a table holds, as far as it matters how SQL has to read it. */
enum ColumnKind {
    DATE("a date"),
    TIMESTAMP("a date with a time"),
    /** A moment; its date is that of the connection's time zone. */
    MOMENT("a date with a time and a zone"),
    TIME("a time of day"),
    INTERVAL("an interval"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    TEXT("text"),
    /** Read by casting it to text. */
    OTHER("something else");

    private final String title;

    ColumnKind(String title) {
        this.title = title;
    }

    /** What it holds, in words. */
    String title() {
        return title;
    }

    /**
     * The kind of a column.
     *
     * @param type of {@link Types}
     * @param typeName as the database calls it
     */
    static ColumnKind of(int type, String typeName) {
        String name = typeName.toLowerCase(Locale.ROOT);
        if (name.startsWith("interval")) {
            return INTERVAL;
        }
        if (name.equals("timestamptz") || name.contains("with time zone")) {
            return type == Types.TIME || type == Types.TIME_WITH_TIMEZONE ? TIME : MOMENT;
        }
        return switch (type) {
            case Types.DATE -> DATE;
            case Types.TIMESTAMP -> TIMESTAMP;
            case Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
            case Types.TIME, Types.TIME_WITH_TIMEZONE -> TIME;
            case Types.BOOLEAN -> BOOLEAN;
            case Types.BIT -> name.startsWith("bool") ? BOOLEAN : OTHER;
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE,
                    Types.NUMERIC,
                    Types.DECIMAL ->
                    NUMBER;
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR ->
                    name.equals("uuid") ? OTHER : TEXT;
            default -> OTHER;
        };
    }

    /** Whether it has a date. */
    boolean isDate() {
        return this == DATE || this == TIMESTAMP || this == MOMENT;
    }
}
