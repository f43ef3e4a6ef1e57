// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

/** A row of a table cannot be used; the message says why, to stand within a sentence. */
final class RowException extends Exception {
    private static final long serialVersionUID = 1L;

    RowException(String reason) {
        super(reason);
    }
}
