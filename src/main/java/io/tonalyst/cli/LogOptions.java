// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.CallLogImport;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that name a call log: a file and what its columns mean, or a table of a database. */
final class LogOptions {
    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Call log: CSV, TSV, gzip or XLSX of a known kind, or with --mapping.")
    private @Nullable Path log;

    @Option(
            names = {"--mapping", "--log-mapping"},
            paramLabel = "NAME|FILE",
            description =
                    "What the columns of the log mean: a preset, a saved mapping or a file with"
                            + " one (default: recognised).")
    private @Nullable String mapping;

    @Mixin private DatabaseOptions database = new DatabaseOptions();

    /**
     * Where the calls come from, for messages and for not writing over it.
     *
     * @throws picocli.CommandLine.ParameterException unless exactly one log is named, and one that
     *     recordings can be joined to where there are some
     */
    Path source(RecordingOptions recordings, CallLogs logs) {
        database.check(recordings, logs);
        return database.source(log, logs);
    }

    /**
     * Reads the file or asks the database.
     *
     * @param apart dimensions that are needed afterwards; null for all
     */
    CallLogImport read(FilterOptions filters, @Nullable Set<CallDimension> apart, CallLogs logs)
            throws CallLogException {
        return database.read(log, mapping, filters, apart, logs);
    }
}
