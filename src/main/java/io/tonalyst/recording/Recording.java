// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.signal.Signal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A decoded audio file.
 *
 * @param file where it came from
 * @param signal its sound at the file's own rate
 * @param format container and codec in a few words, such as {@code wav, pcm_mulaw}
 * @param damage one sentence on what is missing or broken in the file, if anything is; the signal
 *     is what could be saved of it
 */
public record Recording(Path file, Signal signal, String format, Optional<String> damage) {
    /** A recording without damage. */
    public Recording(Path file, Signal signal, String format) {
        this(file, signal, format, Optional.empty());
    }
}
