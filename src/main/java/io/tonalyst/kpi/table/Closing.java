// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Closing what could not be opened whole. */
final class Closing {
    private Closing() {}

    /** Closes it if it is there; a failure to do so is added to the cause. */
    static void quietly(@Nullable Closeable opened, Exception cause) {
        if (opened != null) {
            try {
                opened.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
