// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import java.util.Optional;

/**
 * What is known of a file beside its sound, once it is decoded.
 *
 * @param format container and codec in a few words, such as {@code wav, pcm_mulaw}
 * @param damage one sentence on what is missing or broken in the file, if anything is
 */
public record RecordingFacts(String format, Optional<String> damage) {}
