// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

/** The form a clip is stored in. */
public enum ClipKind {
    /** A sound file. */
    AUDIO,
    /** An 8-bit grey log-mel image; see {@link LogMelPng}. */
    LOG_MEL
}
