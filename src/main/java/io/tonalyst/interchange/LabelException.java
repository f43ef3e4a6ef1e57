// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

/** A file of labels cannot be read. */
public final class LabelException extends Exception {
    private static final long serialVersionUID = 1L;

    LabelException(String reason) {
        super(reason);
    }

    LabelException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
