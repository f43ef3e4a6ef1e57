// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import io.tonalyst.kpi.CallLogException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a call log lies in a database. Holds no password.
 *
 * @param url JDBC URL, such as {@code jdbc:postgresql://host:5432/database}
 * @param user empty where the database needs none, or the URL names one
 * @param table table or view, with schema and catalog where needed: {@code schema.table}
 * @param driverJar driver that does not come with the program; null for one that does
 */
public record DatabaseAddress(String url, String user, String table, @Nullable Path driverJar) {
    private static final Pattern SECRET =
            Pattern.compile("(?i)(password|passwd|pwd|secret|token)\\s*=|//[^/@?]*:[^/@?]*@");

    public DatabaseAddress {
        url = url.strip();
        user = user.strip();
        table = table.strip();
    }

    /**
     * Makes sure that the address can be used and kept.
     *
     * @throws CallLogException if it is no JDBC URL, holds a password, or names no table
     */
    public void check() throws CallLogException {
        if (SECRET.matcher(url).find()) {
            throw new CallLogException(
                    "Leave the password out of the URL: it is asked for, or read from a variable of"
                            + " the environment.");
        }
        if (!url.toLowerCase(Locale.ROOT).startsWith("jdbc:") || url.indexOf(':', 5) < 0) {
            throw new CallLogException(
                    "The URL of a database begins with jdbc: and the kind of database, such as"
                            + " jdbc:postgresql://host/database, not '"
                            + plainUrl()
                            + "'.");
        }
    }

    /** The kind of database in the URL, such as {@code postgresql}. */
    String kind() {
        int end = url.indexOf(':', 5);
        return end < 0 ? "" : url.substring(5, end).toLowerCase(Locale.ROOT);
    }

    /** The URL without its parameters, for messages. */
    public String plainUrl() {
        String bare = url.split("[?;]", 2)[0];
        return SECRET.matcher(bare).find() ? "jdbc:" + kind() : bare;
    }

    /** The title as the path of a file, to stand in the place of one. */
    public Path asPath() {
        return Path.of(title().replaceAll("[\\\\/:*?\"<>|\\x00-\\x1f]", " ").strip());
    }

    /** Such as {@code calls (localhost/warehouse)}, for the title of what is shown. */
    public String title() {
        String place = plainUrl().replaceFirst("^jdbc:[^:]*:(//)?", "");
        return table + " (" + place + ")";
    }
}
