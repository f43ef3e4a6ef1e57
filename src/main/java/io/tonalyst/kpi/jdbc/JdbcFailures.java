// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import io.tonalyst.kpi.CallLogException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a database refuses, in one sentence. Follows the SQLSTATE classes of the standard. */
final class JdbcFailures {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcFailures.class);
    private static final int LONGEST = 200;

    private JdbcFailures() {}

    /** The sentence for whoever asked; the trace goes to the log. */
    static CallLogException of(DatabaseAddress address, SQLException failure) {
        LOG.warn("{} refused (SQLSTATE {})", address.plainUrl(), failure.getSQLState(), failure);
        return new CallLogException(sentence(address, failure), failure);
    }

    private static String sentence(DatabaseAddress address, SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        String url = address.plainUrl();
        String user = address.user().isEmpty() ? "the user" : "the user " + address.user();
        if (failure instanceof SQLTimeoutException || state.equals("57014")) {
            return "%s was stopped, for it took longer than allowed: allow more time, or limit the days."
                    .formatted("The query to " + url);
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08" ->
                    "The database %s cannot be reached: check the host and the port, and that the server runs."
                            .formatted(url);
            case "28" ->
                    "The database %s does not let %s in: check the user and the password."
                            .formatted(url, user);
            case "3D" -> "There is no such database: check the name in %s.".formatted(url);
            case "25" ->
                    "The table %s would write to the database when it is read, which is not allowed: choose one that only reads."
                            .formatted(address.table());
            case "22" ->
                    "The database cannot read a value of the table %s: %s"
                            .formatted(address.table(), firstLine(failure));
            default -> byState(state, address, failure, user);
        };
    }

    private static String byState(
            String state, DatabaseAddress address, SQLException failure, String user) {
        return switch (state) {
            case "42501" ->
                    "%s may not read the table %s: ask for the right to select from it."
                            .formatted(
                                    Character.toUpperCase(user.charAt(0)) + user.substring(1),
                                    address.table());
            case "42P01", "42S02" ->
                    "There is no table or view %s in %s."
                            .formatted(address.table(), address.plainUrl());
            case "42703", "42S22" ->
                    "A column of the mapping is not in the table %s (any more): %s"
                            .formatted(address.table(), firstLine(failure));
            default ->
                    "The database %s refuses: %s".formatted(address.plainUrl(), firstLine(failure));
        };
    }

    private static String firstLine(SQLException failure) {
        String all = String.valueOf(failure.getMessage()).strip();
        String line = all.lines().findFirst().orElse("no reason given").strip();
        String some = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return some.endsWith(".") ? some : some + ".";
    }
}
