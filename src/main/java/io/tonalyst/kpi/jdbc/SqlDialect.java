// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import io.tonalyst.kpi.CallLogException;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The few things that databases spell differently. All else is SQL-92: derived tables, {@code
 * CASE}, {@code CAST}, {@code EXTRACT}, {@code GROUP BY} expressions.
 *
 * @param quote sign around identifiers as the driver tells it; blank where there is none
 * @param text type to cast names to
 * @param single type of single precision to cast to
 * @param real type of double precision to cast to
 */
record SqlDialect(String quote, String text, String single, String real) {
    private static final Pattern PLAIN = Pattern.compile("[\\p{Alpha}_][\\p{Alnum}_]*");

    static SqlDialect of(DatabaseMetaData database) throws SQLException {
        String product = String.valueOf(database.getDatabaseProductName()).toLowerCase(Locale.ROOT);
        String quote = database.getIdentifierQuoteString();
        String sign = quote == null ? "" : quote.strip();
        return product.contains("mysql") || product.contains("mariadb")
                ? new SqlDialect(sign, "CHAR(255)", "FLOAT", "DOUBLE")
                : new SqlDialect(sign, "VARCHAR(255)", "REAL", "DOUBLE PRECISION");
    }

    /**
     * An identifier as it stands in SQL, by the driver's rules; a quotation mark in it is doubled.
     *
     * @throws CallLogException if it cannot be quoted
     */
    String identifier(String name) throws CallLogException {
        if (name.indexOf('\0') >= 0 || (quote.isEmpty() && !PLAIN.matcher(name).matches())) {
            throw new CallLogException(
                    "This database cannot quote the name \"%s\": give it a plain name in a view."
                            .formatted(name.replace('\0', ' ')));
        }
        return quote.isEmpty() ? name : quote + name.replace(quote, quote + quote) + quote;
    }
}
