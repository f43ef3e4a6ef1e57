// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.signal.Signal;
import java.nio.file.Path;

/**
 * A decoded audio file.
 *
 * @param file where it came from
 * @param signal its sound at the file's own rate
 * @param format container and codec in a few words, such as {@code wav, pcm_mulaw}
 */
public record Recording(Path file, Signal signal, String format) {}
