// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The recording that belongs to a call.
 *
 * @param file absolute
 * @param emotion what was measured in it; empty without a usable analysis or without speech
 */
public record CallRecording(Path file, Optional<CallEmotion> emotion) {}
