// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.recording.OpenedRecording;
import io.tonalyst.recording.Recording;
import io.tonalyst.recording.RecordingFacts;
import io.tonalyst.signal.Samples;
import java.util.List;
import java.util.Optional;

/**
 * The sound of a recording with what is needed to draw it.
 *
 * @param samples may still be growing
 * @param waves one summary a channel
 * @param seconds its length; while it is growing what its header tells
 * @param facts present when it is decoded
 */
record Sound(
        Samples samples, List<WaveSummary> waves, double seconds, Optional<RecordingFacts> facts) {
    Sound {
        waves = List.copyOf(waves);
    }

    /** A recording that is being opened, or opened. */
    static Sound of(OpenedRecording opened) {
        List<WaveSummary> waves =
                opened.peaks().stream().<WaveSummary>map(p -> p::summarise).toList();
        return new Sound(opened.samples(), waves, opened.expectedSeconds(), opened.facts());
    }

    /** A recording in memory. */
    static Sound of(Recording recording, List<WaveSummary> waves) {
        return new Sound(
                recording.signal(),
                waves,
                recording.signal().seconds(),
                Optional.of(new RecordingFacts(recording.format(), recording.damage())));
    }

    int channels() {
        return samples.channels();
    }

    /** Samples a second. */
    int hertz() {
        return samples.sampleRate().hertz();
    }

    double nyquist() {
        return hertz() / 2.0;
    }

    /** Container and codec; empty while it is decoded. */
    String format() {
        return facts.map(RecordingFacts::format).orElse("");
    }

    /** Such as {@code 0:41 · 8 kHz · mono}. */
    String describe() {
        double kilohertz = hertz() / 1000.0;
        return TimeText.of(seconds, 1)
                + " · "
                + (kilohertz == Math.rint(kilohertz)
                        ? String.valueOf((long) kilohertz)
                        : String.valueOf(kilohertz))
                + " kHz · "
                + switch (channels()) {
                    case 1 -> "mono";
                    case 2 -> "stereo";
                    default -> channels() + " channels";
                };
    }

    /** What is missing or broken in the file. */
    Optional<String> damage() {
        return facts.flatMap(RecordingFacts::damage);
    }

    /**
     * RMS level of a channel in dB below full scale, at least -120; of the nearest frame if empty.
     */
    double levelDb(int channel, TimeRange range) {
        long length = samples.length();
        if (length == 0) {
            return -120;
        }
        long from = Math.min(samples.sampleRate().frames(range.start()), length - 1);
        long to = Math.clamp(samples.sampleRate().frames(range.end()), from + 1, length);
        float[] rms = new float[1];
        waves.get(channel).summarise(from, to, 1, new float[1], new float[1], rms);
        return Math.max(-120, 20 * Math.log10(Math.max(rms[0], 1e-9)));
    }
}
