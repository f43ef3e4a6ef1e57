// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

/** A sound mapping cannot be read or written; the message is one sentence for the user. */
public final class SoundMappingException extends Exception {
    private static final long serialVersionUID = 1L;

    SoundMappingException(String sentence) {
        super(sentence);
    }

    SoundMappingException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
