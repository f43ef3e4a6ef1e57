// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Explainer;
import io.tonalyst.emotion.Explanation;
import io.tonalyst.signal.Samples;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;

/** Explains a prediction, on the calling thread. */
@FunctionalInterface
interface ExplanationJob {
    Explanation explain(
            Samples samples, Explainer.Stretch stretch, CancelToken cancel, ProgressSink progress);
}
