// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;

/** Reads audio files. Safe between threads. */
public interface RecordingDecoder {
    /**
     * Decodes a whole file.
     *
     * @throws RecordingException with one sentence, if the file is missing, empty, no sound or
     *     damaged beyond use
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    Recording decode(Path file, CancelToken cancel, ProgressSink progress)
            throws RecordingException;
}
