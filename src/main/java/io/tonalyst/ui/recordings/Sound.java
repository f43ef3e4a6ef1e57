// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.recording.Recording;
import io.tonalyst.signal.Signal;
import java.util.List;

/**
 * A decoded recording with what is needed to draw it.
 *
 * @param waves one summary a channel
 */
record Sound(Recording recording, List<WaveSummary> waves) {
    Sound {
        waves = List.copyOf(waves);
    }

    Signal signal() {
        return recording.signal();
    }

    double nyquist() {
        return signal().sampleRate().hertz() / 2.0;
    }

    /**
     * RMS level of a channel in dB below full scale, at least -120; of the nearest frame if empty.
     */
    double levelDb(int channel, TimeRange range) {
        if (signal().frames() == 0) {
            return -120;
        }
        long from = Math.min(signal().sampleRate().frames(range.start()), signal().frames() - 1);
        long to =
                Math.clamp(signal().sampleRate().frames(range.end()), from + 1, signal().frames());
        float[] rms = new float[1];
        waves.get(channel).summarise(from, to, 1, new float[1], new float[1], rms);
        return Math.max(-120, 20 * Math.log10(Math.max(rms[0], 1e-9)));
    }
}
