// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.jdbc.CallDatabase;
import io.tonalyst.kpi.jdbc.DatabaseAddress;
import io.tonalyst.kpi.source.Binding;
import io.tonalyst.kpi.source.ColumnMapping;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.MappingBinder;
import io.tonalyst.kpi.source.MappingGuess;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.table.TableSample;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.Console;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a table in a database in the place of a file. */
final class DatabaseOptions {
    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            description =
                    "A database in place of --log, such as jdbc:postgresql://host/database: the"
                            + " calls are added up there. Without a password in it.")
    private @Nullable String url;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "Table or view with the calls, with its schema if need be.")
    private String table = "";

    @Option(names = "--user", paramLabel = "NAME", description = "User of the database.")
    private String user = "";

    @Option(
            names = "--password-env",
            paramLabel = "VARIABLE",
            description = "Variable of the environment that holds the password.")
    private @Nullable String passwordVariable;

    @Option(names = "--ask-password", description = "Ask for the password on the terminal.")
    private boolean askPassword;

    @Option(
            names = "--driver-jar",
            paramLabel = "JAR",
            description = "JDBC driver of the database; PostgreSQL's comes with the program.")
    private @Nullable Path driverJar;

    @Option(
            names = "--query-timeout",
            paramLabel = "SECONDS",
            description = "Give a query up after so long (default ${DEFAULT-VALUE}).")
    private int timeout = CallDatabase.DEFAULT_SECONDS;

    /** Whether a database is named. */
    boolean areUsed() {
        return url != null;
    }

    /**
     * Where the calls come from, for messages and for not writing over it.
     *
     * @param log the file, null if a database is to be asked
     * @throws picocli.CommandLine.ParameterException unless exactly one is named
     */
    Path source(@Nullable Path log, CallLogs logs) {
        boolean options =
                !table.isEmpty()
                        || !user.isEmpty()
                        || passwordVariable != null
                        || askPassword
                        || driverJar != null;
        if (url == null && options) {
            throw logs.usage("Name the database by --jdbc.");
        }
        if (log != null && url != null) {
            throw logs.usage("Give either a call log as a file or a database, not both.");
        }
        if (log != null) {
            return log;
        }
        if (url == null) {
            throw logs.usage("Name the call log by --log, or a database by --jdbc and --table.");
        }
        if (table.isEmpty()) {
            throw logs.usage("Name the table or view with the calls by --table.");
        }
        if (askPassword && passwordVariable != null) {
            throw logs.usage("Give either --ask-password or --password-env, not both.");
        }
        if (timeout < 1) {
            throw logs.usage("--query-timeout is at least 1 second.");
        }
        return address().asPath();
    }

    /** Makes sure that recordings are joined to single calls only. */
    void check(RecordingOptions recordings, CallLogs logs) {
        if (areUsed() && recordings.areUsed()) {
            throw logs.usage(
                    "Recordings are joined to single calls, and a database gives sums: use a file.");
        }
    }

    private DatabaseAddress address() {
        return new DatabaseAddress(String.valueOf(url), user, table, driverJar);
    }

    /**
     * Reads the file or asks the database.
     *
     * @param log the file; null for the database
     * @param mapping name or file of a mapping; null to recognise the log
     * @param apart dimensions that are needed afterwards; null for all
     */
    CallLogImport read(
            @Nullable Path log,
            @Nullable String mapping,
            FilterOptions filters,
            @Nullable Set<CallDimension> apart,
            CallLogs logs)
            throws CallLogException {
        if (log != null) {
            return logs.read(log, mapping);
        }
        try (CallDatabase database = connect(logs)) {
            ColumnMapping named =
                    mapping == null ? null : logs.mapping(mapping, MappingStore.ofUser());
            Binding binding = bind(database.sample(), named);
            if (!binding.isReady()) {
                throw new CallLogException(
                        "%s is not a call log as it stands. %s Look at it with tonalyst import --preview."
                                .formatted(address().title(), binding.blocking()));
            }
            var extent = new CallDatabase.Extent(apart, filters.from(logs), filters.to(logs));
            return database.read(binding, extent, new CancelToken(), ProgressSink.NONE);
        }
    }

    /** Opens the connection; the password is forgotten at once. */
    CallDatabase connect(CallLogs logs) throws CallLogException {
        char[] password = password(logs);
        try {
            return CallDatabase.connect(address(), password, timeout);
        } finally {
            if (password != null) {
                Arrays.fill(password, ' ');
            }
        }
    }

    /** The mapping that is named, recognised or guessed, on the columns of the table. */
    Binding bind(TableSample sample, @Nullable ColumnMapping named) {
        Optional<Binding> known =
                named == null
                        ? new LogOpener(MappingStore.ofUser()).recognise(sample)
                        : Optional.of(MappingBinder.bind(named, sample));
        return known.orElseGet(() -> MappingBinder.bind(MappingGuess.of(sample), sample));
    }

    @SuppressWarnings("SystemConsoleNull") // it still may, with -Djdk.console=java.base
    private char @Nullable [] password(CallLogs logs) {
        if (passwordVariable != null) {
            String value = System.getenv(passwordVariable);
            if (value == null) {
                throw logs.usage(
                        "There is no variable %s in the environment.".formatted(passwordVariable));
            }
            return value.toCharArray();
        }
        if (!askPassword) {
            return null;
        }
        Console console = System.console();
        char[] typed =
                console != null && console.isTerminal()
                        ? console.readPassword(
                                "Password of %s for %s: ", user, address().plainUrl())
                        : null;
        if (typed == null) {
            throw logs.usage(
                    "There is no terminal to ask for the password on: use --password-env.");
        }
        return typed;
    }
}
