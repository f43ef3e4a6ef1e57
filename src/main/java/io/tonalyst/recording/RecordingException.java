// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

/** A file could not be read or written as sound; the message is one sentence for the user. */
public final class RecordingException extends Exception {
    private static final long serialVersionUID = 1L;

    public RecordingException(String sentence) {
        super(sentence);
    }

    public RecordingException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
