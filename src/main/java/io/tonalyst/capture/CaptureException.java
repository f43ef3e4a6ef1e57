// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.capture;

/** Recording cannot begin or go on; the message is one sentence for the user. */
public final class CaptureException extends Exception {
    private static final long serialVersionUID = 1L;

    public CaptureException(String sentence) {
        super(sentence);
    }

    public CaptureException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
