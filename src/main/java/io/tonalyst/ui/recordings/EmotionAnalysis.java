// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.library.FileStamp;
import io.tonalyst.signal.Samples;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.Optional;

/** Tells the emotions of a whole recording, on the calling thread. */
@FunctionalInterface
interface EmotionAnalysis {
    PredictionTimeline analyse(Samples samples, CancelToken cancel, ProgressSink progress);

    /** Name of the model that is asked; empty where it has none. */
    default String model() {
        return "";
    }

    /**
     * What this model said of a file before, in a batch or when it was opened.
     *
     * @param stamp of the file when its sound was read
     */
    default Optional<PredictionTimeline> kept(Path file, FileStamp stamp, Sound sound) {
        return Optional.empty();
    }

    /** Keeps what the model says of a file; does nothing where that is not possible. */
    default void keep(Path file, FileStamp stamp, Sound sound, PredictionTimeline timeline) {}
}
