// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import io.tonalyst.kpi.table.TableException;
import io.tonalyst.kpi.table.TableRows;
import io.tonalyst.kpi.table.TextTable;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Reads call logs with the columns of VolaPhone's {@code Call_log.csv}, in any order and case, as
 * comma, semicolon or tab separated UTF-8 text, plain or gzip. {@code Queue_Time}, {@code
 * Hold_Time}, {@code Call_Type_ID}, {@code Plan_ID} and {@code Emotion} may be missing; other
 * columns are passed over. Rows that cannot be used are left out, counted and described.
 */
public final class CallLogReader {
    /** So many row problems are described; the rest is only counted. */
    public static final int MAX_PROBLEMS = 1000;

    /** The columns a log must have. */
    public static final List<String> REQUIRED =
            List.of(
                    "Agent_ID",
                    "Call_Date",
                    "Talk_Time",
                    "After_Call_Work_Time",
                    "Call_resolution_ID");

    private static final int ROWS_BETWEEN_REPORTS = 8192;

    private CallLogReader() {}

    /**
     * Reads a whole log.
     *
     * @throws CallLogException if the file cannot be read, lacks columns or has no usable row
     * @throws java.util.concurrent.CancellationException when the token is raised
     */
    public static CallLogImport read(Path path, CancelToken cancel, ProgressSink progress)
            throws CallLogException {
        return read(path, RejectedRows.NONE, cancel, progress);
    }

    /**
     * Reads a whole log and hands on the rows that are left out.
     *
     * @throws CallLogException if the file cannot be read, lacks columns or has no usable row
     * @throws java.util.concurrent.CancellationException when the token is raised
     */
    public static CallLogImport read(
            Path path, RejectedRows rejected, CancelToken cancel, ProgressSink progress)
            throws CallLogException {
        try (var file = TextTable.open(path)) {
            file.header().require(file.name(), REQUIRED);
            var problems = new RowProblems(MAX_PROBLEMS, rejected);
            var parser = new CallRowParser(file.header(), file.rows(), problems);
            long rows = 0;
            TableRows.Outcome outcome;
            while ((outcome = file.rows().next()) != TableRows.Outcome.END) {
                if (rows++ % ROWS_BETWEEN_REPORTS == 0) {
                    cancel.throwIfCancelled();
                    progress.report(file.rows().progress(), "Reading " + path.getFileName());
                }
                parser.take(outcome);
            }
            if (parser.columns().size() == 0) {
                throw new CallLogException(
                        rows == 0
                                ? file.name() + " holds column names but no calls."
                                : "%s holds no usable call; the first problem is in row %s"
                                        .formatted(file.name(), problems.first()));
            }
            progress.report(1, "Sorting the calls");
            CallLog log = CallLog.of(parser.columns(), Agents.NUMBERS, new CodeTitles(Map.of()));
            return new CallLogImport(
                    log, rows, problems.described(), problems.counts(), Map.of(), List.of());
        } catch (TableException e) {
            throw CallLogException.of(e);
        } catch (IOException e) {
            throw CallLogException.of(TableException.of(path.toString(), e));
        }
    }
}
