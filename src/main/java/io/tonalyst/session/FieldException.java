// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.session;

/** A field of a session file does not hold what it should; the message says where and what. */
final class FieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FieldException(String reason) {
        super(reason);
    }
}
