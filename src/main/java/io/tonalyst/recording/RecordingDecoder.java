// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.signal.Signal;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** Reads audio files. Safe between threads. */
public interface RecordingDecoder {
    /**
     * Decodes a whole file into memory.
     *
     * @throws RecordingException with one sentence, if the file is missing, empty, no sound or
     *     damaged beyond use
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    Recording decode(Path file, CancelToken cancel, ProgressSink progress)
            throws RecordingException;

    /**
     * Decodes a file piece by piece, at least one sample of it.
     *
     * @throws RecordingException as for {@link #decode(Path, CancelToken, ProgressSink)}, or from
     *     the receiver
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    default RecordingFacts decode(
            Path file, SoundReceiver receiver, CancelToken cancel, ProgressSink progress)
            throws RecordingException {
        Recording recording = decode(file, cancel, progress);
        Signal signal = recording.signal();
        float[][] planes = new float[signal.channels()][];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = signal.channel(c);
        }
        receiver.begin(signal.sampleRate(), signal.channels(), OptionalDouble.of(signal.seconds()));
        receiver.add(planes, signal.frames());
        return new RecordingFacts(recording.format(), recording.damage());
    }
}
