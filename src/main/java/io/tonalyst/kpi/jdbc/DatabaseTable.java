// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.table.TableHeader;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table or view as the database has it. All names are those the driver gives, not those someone
 * typed.
 *
 * @param name quoted, ready for SQL
 * @param columns in their order
 */
record DatabaseTable(String name, List<Column> columns) {
    private static final int MAX_COLUMNS = 1024;
    private static final int NAMED = 8;

    DatabaseTable {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param name as the database has it
     * @param quoted ready for SQL
     */
    record Column(String name, String quoted, ColumnKind kind) {}

    /** The names of the columns. */
    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** Finds a table by the name someone typed, with or without schema and catalog. */
    static DatabaseTable find(Connection connection, DatabaseAddress address, SqlDialect dialect)
            throws SQLException, CallLogException {
        List<Place> all = places(connection.getMetaData());
        Place found = choose(all, address, connection.getSchema());
        String name = found.quoted(dialect, connection);
        return new DatabaseTable(name, columns(connection, name, dialect));
    }

    /** Names of the tables and views, as they can be typed; those of the present schema first. */
    static List<String> list(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        return places(connection.getMetaData()).stream()
                .sorted((a, b) -> Boolean.compare(b.isIn(schema), a.isIn(schema)))
                .map(place -> place.isIn(schema) ? place.table : place.title())
                .distinct()
                .toList();
    }

    private static Place choose(List<Place> all, DatabaseAddress address, @Nullable String present)
            throws CallLogException {
        String typed = address.table();
        // As it is written, then without regard to case; in the present schema, then elsewhere.
        for (boolean exact : new boolean[] {true, false}) {
            List<Place> found = all.stream().filter(place -> place.is(typed, exact)).toList();
            List<Place> near = found.stream().filter(place -> place.isIn(present)).toList();
            if (near.size() == 1 || found.size() == 1) {
                return near.size() == 1 ? near.getFirst() : found.getFirst();
            }
            if (!found.isEmpty()) {
                throw new CallLogException(
                        "There are several tables %s: name the schema too, such as %s."
                                .formatted(typed, found.getFirst().title()));
            }
        }
        String some = all.stream().map(Place::title).limit(NAMED).collect(Collectors.joining(", "));
        throw new CallLogException(
                "There is no table or view '%s' in %s%s."
                        .formatted(
                                typed,
                                address.plainUrl(),
                                all.isEmpty()
                                        ? "; it shows none to this user"
                                        : "; there are "
                                                + some
                                                + (all.size() > NAMED ? ", …" : "")));
    }

    private record Place(@Nullable String catalog, @Nullable String schema, String table) {
        boolean is(String typed, boolean exact) {
            return matches(typed, table, exact)
                    || matches(typed, schema + "." + table, exact)
                    || matches(typed, catalog + "." + table, exact)
                    || matches(typed, catalog + "." + schema + "." + table, exact);
        }

        private static boolean matches(String typed, String name, boolean exact) {
            return exact ? name.equals(typed) : name.equalsIgnoreCase(typed);
        }

        boolean isIn(@Nullable String present) {
            return schema == null || schema.isEmpty() || schema.equals(present);
        }

        String title() {
            return schema == null || schema.isEmpty() ? table : schema + "." + table;
        }

        String quoted(SqlDialect dialect, Connection connection)
                throws SQLException, CallLogException {
            DatabaseMetaData database = connection.getMetaData();
            var parts = new ArrayList<String>();
            boolean byCatalog =
                    catalog != null
                            && !catalog.isEmpty()
                            && !catalog.equals(connection.getCatalog())
                            && database.supportsCatalogsInDataManipulation();
            if (byCatalog) {
                parts.add(dialect.identifier(String.valueOf(catalog)));
            }
            if (schema != null && !schema.isEmpty()) {
                parts.add(dialect.identifier(schema));
            }
            parts.add(dialect.identifier(table));
            return String.join(".", parts);
        }
    }

    private static List<Place> places(DatabaseMetaData database) throws SQLException {
        var places = new ArrayList<Place>();
        try (ResultSet tables = database.getTables(null, null, "%", null)) {
            while (tables.next()) {
                String type = String.valueOf(tables.getString(4)).toUpperCase(Locale.ROOT);
                boolean readable =
                        (type.contains("TABLE") || type.contains("VIEW"))
                                && !type.contains("SYSTEM")
                                && !type.contains("INDEX");
                String schema = tables.getString(2);
                if (readable && !"INFORMATION_SCHEMA".equalsIgnoreCase(schema)) {
                    places.add(new Place(tables.getString(1), schema, tables.getString(3)));
                }
            }
        }
        return places;
    }

    private static List<Column> columns(Connection connection, String table, SqlDialect dialect)
            throws SQLException, CallLogException {
        var columns = new ArrayList<Column>();
        try (var statement =
                        connection.prepareStatement("SELECT * FROM " + table + " WHERE 1 = 0");
                ResultSet none = statement.executeQuery()) {
            ResultSetMetaData found = none.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= Math.min(MAX_COLUMNS, found.getColumnCount()); i++) {
                names.add(found.getColumnName(i));
            }
            List<String> distinct = TableHeader.distinct(names);
            for (int i = 0; i < names.size(); i++) {
                columns.add(
                        new Column(
                                distinct.get(i),
                                dialect.identifier(names.get(i)),
                                ColumnKind.of(
                                        found.getColumnType(i + 1),
                                        String.valueOf(found.getColumnTypeName(i + 1)))));
            }
        }
        return columns;
    }
}
