// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.corpus.DelimitedLines.Row;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A user's table of clips. Either {@code path,label,speaker} with sound files, or {@code
 * clip,label,speaker,corpus}, the index of a folder of log-mel images. Rows that cannot be used are
 * told as problems, one sentence each.
 */
final class ClipTable {
    /** Name of the index in a folder of images. */
    static final String INDEX = "clips.csv";

    private ClipTable() {}

    /**
     * Adds the clips of a table.
     *
     * @throws CorpusException with one sentence, if the table cannot be read or lacks a column
     */
    static void read(Path file, ClipCollector clips) throws CorpusException {
        try (var lines = DelimitedLines.open(file)) {
            var header = new ClipColumns(file, lines.header());
            var parser = new ClipRowParser(file, header, lines.delimiter(), clips);
            boolean any = false;
            for (Row row = lines.next(); row != null; row = lines.next()) {
                any = true;
                try {
                    switch (row) {
                        case Row.Fields(var fields) -> parser.take(fields);
                        case Row.Bad(String reason) -> throw new RowException(reason);
                    }
                } catch (RowException e) {
                    clips.problems()
                            .add(
                                    "Row %d of %s is left out: %s."
                                            .formatted(lines.line(), file, e.getMessage()));
                }
            }
            if (!any) {
                clips.problems().add(file + " holds column names but no clips.");
            }
        }
    }

    /** Whether a folder is one of images with an index. */
    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(INDEX));
    }
}
