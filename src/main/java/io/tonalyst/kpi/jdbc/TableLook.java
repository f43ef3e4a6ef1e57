// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import io.tonalyst.kpi.table.Dialect;
import io.tonalyst.kpi.table.TableSample;
import io.tonalyst.kpi.table.TableSampler;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first rows of a table as texts, so that columns are told as those of a file are. */
final class TableLook {
    private static final int ROWS = 1000;
    private static final int LONGEST = 200;
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private TableLook() {}

    static TableSample sample(
            Connection connection, DatabaseTable table, Path title, int timeoutSeconds)
            throws SQLException {
        String columns =
                table.columns().stream().map(TableLook::shown).collect(Collectors.joining(", "));
        var rows = new ArrayList<List<String>>();
        try (var statement =
                connection.prepareStatement("SELECT " + columns + " FROM " + table.name())) {
            statement.setQueryTimeout(timeoutSeconds);
            statement.setMaxRows(ROWS);
            statement.setFetchSize(ROWS);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    var row = new ArrayList<String>();
                    for (int i = 0; i < table.columns().size(); i++) {
                        row.add(text(found, i + 1, table.columns().get(i).kind()));
                    }
                    rows.add(row);
                }
            }
        }
        List<String> remarks =
                rows.isEmpty() ? List.of("The table has no rows.") : List.<String>of();
        return new TableSample(
                title,
                Dialect.PLAIN,
                table.names(),
                rows.subList(0, Math.min(TableSampler.HEAD, rows.size())),
                rows,
                List.of(),
                remarks);
    }

    private static String shown(DatabaseTable.Column column) {
        return column.kind() == ColumnKind.INTERVAL
                ? seconds(column.quoted(), true)
                : column.quoted();
    }

    /** The seconds of an interval or time of day. */
    static String seconds(String column, boolean days) {
        String time =
                "EXTRACT(HOUR FROM %1$s) * 3600 + EXTRACT(MINUTE FROM %1$s) * 60 + EXTRACT(SECOND FROM %1$s)"
                        .formatted(column);
        return days ? "EXTRACT(DAY FROM %s) * 86400 + %s".formatted(column, time) : time;
    }

    private static String text(ResultSet row, int column, ColumnKind kind) throws SQLException {
        String text =
                switch (kind) {
                    case TIMESTAMP, MOMENT -> dateTime(row, column);
                    case BOOLEAN -> {
                        boolean value = row.getBoolean(column);
                        yield row.wasNull() ? null : String.valueOf(value);
                    }
                    default -> row.getString(column);
                };
        return text == null ? "" : text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static @Nullable String dateTime(ResultSet row, int column) throws SQLException {
        var value = row.getTimestamp(column);
        LocalDateTime time = value == null ? null : value.toLocalDateTime();
        return time == null ? null : time.format(DATE_TIME);
    }
}
