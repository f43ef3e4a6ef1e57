// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.join.JoinTables;
import io.tonalyst.join.JoinedLog;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.Measure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonalyst join}: which recordings belong to which calls of a log. */
@Command(
        name = "join",
        mixinStandardHelpOptions = true,
        description =
                "Joins recordings to the calls of a log and tells what was measured in them; lists"
                        + " recordings without a call and calls without a recording.")
final class JoinCommand implements Callable<Integer> {
    @Option(
            names = "--log",
            required = true,
            paramLabel = "FILE",
            description = "Call log: CSV, TSV, gzip or XLSX of a known kind, or with --mapping.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path log;

    @Option(
            names = {"--mapping", "--log-mapping"},
            paramLabel = "NAME|FILE",
            description = "What the columns of the log mean (default: recognised).")
    private @Nullable String mapping;

    @Mixin private RecordingOptions recordings = new RecordingOptions();

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write the calls with a recording, and what was measured, as CSV.")
    private @Nullable Path csv;

    @Option(
            names = "--unmatched",
            paramLabel = "FILE",
            description = "Write what does not belong together, with reasons, as CSV.")
    private @Nullable Path unmatched;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var logs = new CallLogs(spec);
        recordings.check(Measure.ANGRY_MEASURED, logs);
        var files = new OutputFiles();
        files.add("--csv", csv);
        files.add("--unmatched", unmatched);
        files.require(log, logs);
        CallLogImport read = logs.read(log, mapping);
        logs.tellProblems(read);
        JoinedLog joined = recordings.join(read, log, logs, spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, JoinDocument.of(joined));
        } else {
            print(joined, out);
        }
        if (csv != null) {
            JoinTables.matches(joined).writeCsv(csv);
        }
        if (unmatched != null) {
            JoinTables.left(joined).writeCsv(unmatched);
        }
        return recordings.exitCode();
    }

    private static void print(JoinedLog joined, PrintWriter out) {
        out.println(joined.summary());
        if (!joined.matches().isEmpty()) {
            TextColumns.print(JoinTables.matches(joined), out);
        }
        if (!joined.left().isEmpty() || !joined.missing().isEmpty()) {
            out.println();
            out.println("Without a counterpart, on the days of agents that have recordings:");
            TextColumns.print(JoinTables.left(joined), out);
        }
        out.flush();
    }
}
