// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.session;

/** A session file cannot be read or written; the message is one sentence for the user. */
public final class SessionException extends Exception {
    private static final long serialVersionUID = 1L;

    SessionException(String sentence) {
        super(sentence);
    }

    SessionException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
