// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import io.tonalyst.kpi.table.TableRow;
import java.io.IOException;

/** Receives every row that is left out while a log is read, so that none is lost. */
@FunctionalInterface
public interface RejectedRows {
    /** Keeps none. */
    RejectedRows NONE = (problem, row) -> {};

    /**
     * Takes a row.
     *
     * @param row its fields; of a row that cannot be split, its beginning in one field
     * @throws IOException if it cannot be kept; ends the reading
     */
    void add(RowProblem problem, TableRow row) throws IOException;
}
