// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.IOException;

/** Goes through the rows of a table once, holding one at a time. For one thread. */
public interface TableRows extends TableRow, AutoCloseable {
    /** So many fields of a row are kept. */
    int MAX_FIELDS = 1024;

    /** How a row came out. */
    enum Outcome {
        ROW,
        BAD_QUOTES,
        TOO_LONG,
        END
    }

    /**
     * Reads the next row that is not blank; a row that cannot be split is passed over and told of.
     *
     * @throws IOException if the file cannot be read on
     */
    Outcome next() throws IOException;

    /** Share of the file read so far, 0 to 1. */
    double progress() throws IOException;

    /** What a reader should know of how the rows were read so far; empty as a rule. */
    String remark();

    @Override
    void close() throws IOException;
}
