// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.corpus.Clip;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.Signal;
import java.util.Optional;

/**
 * A clip of a corpus as it is shown.
 *
 * @param sound of the clip; nothing where it is stored as a log-mel image
 */
record Example(Clip clip, LogMel logMel, Optional<Signal> sound) {
    /** Length of what is shown, in seconds. */
    double seconds() {
        double image = (double) logMel.frames() * LogMel.HOP / LogMel.SAMPLE_RATE;
        return sound.map(Signal::seconds).orElse(image);
    }
}
