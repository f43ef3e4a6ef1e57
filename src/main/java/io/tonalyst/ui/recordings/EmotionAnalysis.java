// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.signal.Signal;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;

/** Tells the emotions of a whole recording, on the calling thread. */
@FunctionalInterface
interface EmotionAnalysis {
    PredictionTimeline analyse(Signal signal, CancelToken cancel, ProgressSink progress);
}
