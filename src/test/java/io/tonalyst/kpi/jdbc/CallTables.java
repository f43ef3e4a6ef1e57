// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same calls as a text and as a table. */
final class CallTables {
    /** Columns of a log that has everything, with a name that needs quoting. */
    static final String COLUMNS =
            "call_id,call_date,agent,team,queue,call_type,talk_seconds,hold_seconds,"
                    + "acw_seconds,wait_seconds,outcome,Emotion \"imported\",rating";

    private CallTables() {}

    /** Rows of calls, among them some that cannot be used; from a seed. */
    static List<String> rows(int count) {
        var random = new Random(5);
        String[] agents = {"Ada", "Ben", "Cleo", "Dora", "Emil"};
        String[] emotions = {"anger", "neutral", "happiness", ""};
        return IntStream.range(0, count)
                .mapToObj(
                        i -> {
                            String agent = i % 97 == 5 ? "" : agents[random.nextInt(5)];
                            String day = "2019-%02d-%02d".formatted(1 + i % 3, 1 + i * 7 % 28);
                            String talk =
                                    switch (i % 101) {
                                        case 3 -> "-4";
                                        case 4 -> "";
                                        case 6 -> "90000";
                                        default -> number(random, 900);
                                    };
                            return String.join(
                                    ",",
                                    "c" + i,
                                    i % 103 == 7 ? "" : day + " 10:%02d:00".formatted(i % 60),
                                    agent,
                                    agent.isEmpty() ? "" : "Team " + agent.length(),
                                    "line " + i % 2,
                                    "Type" + i % 4,
                                    talk,
                                    i % 5 == 0 ? "" : number(random, 60),
                                    number(random, 200),
                                    i % 3 == 0 ? "" : number(random, 40),
                                    i % 107 == 9 ? "" : i % 4 == 0 ? "open" : "resolved",
                                    emotions[random.nextInt(4)],
                                    i % 6 == 0 ? "" : Integer.toString(1 + random.nextInt(5)));
                        })
                .toList();
    }

    private static String number(Random random, int upTo) {
        return "%d.%d".formatted(random.nextInt(upTo), random.nextInt(10));
    }

    /** A text with a header. */
    static String csv(List<String> rows) {
        String header = COLUMNS.replace("Emotion \"imported\"", "\"Emotion \"\"imported\"\"\"");
        return header + "\n" + rows.stream().collect(Collectors.joining("\n")) + "\n";
    }

    /** Makes a table of {@link #rows} with a type for each column. */
    static void create(Connection connection, String name, List<String> rows) throws SQLException {
        create(
                connection,
                name,
                List.of(
                        "call_id VARCHAR(20)",
                        "call_date TIMESTAMP",
                        "agent VARCHAR(40)",
                        "team VARCHAR(40)",
                        "queue CHAR(12)",
                        "call_type VARCHAR(20)",
                        "talk_seconds NUMERIC(9,2)",
                        "hold_seconds DOUBLE PRECISION",
                        "acw_seconds REAL",
                        "wait_seconds NUMERIC(9,2)",
                        "outcome VARCHAR(20)",
                        "\"Emotion \"\"imported\"\"\" VARCHAR(20)",
                        "rating INTEGER"),
                rows);
    }

    /**
     * Makes a table.
     *
     * @param columns with their types
     * @param rows fields with commas between them; empty ones are null
     */
    static void create(Connection connection, String name, List<String> columns, List<String> rows)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + name + " (" + String.join(", ", columns) + ")");
        }
        String places = columns.stream().map(c -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + name + " VALUES (" + places + ")")) {
            for (String row : rows) {
                String[] fields = row.split(",", -1);
                for (int i = 0; i < fields.length; i++) {
                    set(insert, i + 1, fields[i], columns.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, int place, String text, String column)
            throws SQLException {
        if (column.contains("TIMESTAMP")) {
            insert.setTimestamp(place, text.isEmpty() ? null : java.sql.Timestamp.valueOf(text));
        } else if (column.contains("CHAR") || column.contains("TEXT")) {
            insert.setString(place, text.isEmpty() ? null : text);
        } else if (text.isEmpty()) {
            insert.setNull(place, Types.NUMERIC);
        } else {
            insert.setBigDecimal(place, new java.math.BigDecimal(text));
        }
    }
}
