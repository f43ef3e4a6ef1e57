// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.CallLogImport;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The call log that is measured with, and how the figures are printed. */
final class BenchLogOptions {
    @Option(names = "--log", required = true, paramLabel = "FILE", description = "Call log.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path log;

    @Option(
            names = {"--mapping", "--log-mapping"},
            paramLabel = "NAME|FILE",
            description = "What the columns of the log mean (default: recognised).")
    private @Nullable String mapping;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    CallLogImport read(CallLogs logs) throws CallLogException {
        return logs.read(log, mapping);
    }

    boolean json() {
        return json;
    }
}
