// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

/** A model could not be loaded; the message is one sentence for the user. */
public final class ModelException extends Exception {
    private static final long serialVersionUID = 1L;

    public ModelException(String sentence) {
        super(sentence);
    }

    public ModelException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
