// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

/** A corpus or clip could not be read; the message is one sentence for the user. */
public final class CorpusException extends Exception {
    private static final long serialVersionUID = 1L;

    public CorpusException(String sentence) {
        super(sentence);
    }

    public CorpusException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
