// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.kpi.table.TableSample;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a log that cannot be used to a file, by reading the log once more. */
public final class ProblemsExport {
    private final LogOpener opener;

    public ProblemsExport(LogOpener opener) {
        this.opener = opener;
    }

    /**
     * Reads the log and writes its bad rows as CSV.
     *
     * @param mapping the log was read with; null if it was recognised
     * @return how many rows were written
     * @throws CallLogException if the log cannot be read as it was
     * @throws IOException if the file cannot be written
     */
    public long write(
            Path log,
            @Nullable ColumnMapping mapping,
            Path file,
            CancelToken cancel,
            ProgressSink progress)
            throws CallLogException, IOException {
        Binding binding = mapping == null ? recognised(log) : opener.bind(log, mapping);
        long[] count = new long[1];
        try {
            WholeFile.write(
                    file,
                    part -> {
                        try (var rows = ProblemsFile.create(part, binding.sample().columns())) {
                            count[0] =
                                    CallLogImporter.read(binding, rows, cancel, progress)
                                            .problemCount();
                        } catch (CallLogException e) {
                            throw new IOException(e);
                        }
                    });
        } catch (IOException e) {
            if (e.getCause() instanceof CallLogException unread) {
                throw unread;
            }
            throw e;
        }
        return count[0];
    }

    private Binding recognised(Path log) throws CallLogException {
        TableSample sample = opener.sample(log, DialectHints.NONE);
        return opener.recognise(sample)
                .orElseThrow(
                        () ->
                                new CallLogException(
                                        log + " has changed and is no log of a known kind now."));
    }
}
