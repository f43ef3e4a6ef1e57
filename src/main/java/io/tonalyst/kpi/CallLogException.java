// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

/** A call log or series could not be read; the message is one sentence for the user. */
public final class CallLogException extends Exception {
    private static final long serialVersionUID = 1L;

    public CallLogException(String sentence) {
        super(sentence);
    }

    public CallLogException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
