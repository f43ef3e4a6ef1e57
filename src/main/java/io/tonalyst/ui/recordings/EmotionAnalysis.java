// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.RecordingAnalyser;
import io.tonalyst.signal.Samples;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;

/** Tells the emotions of a whole recording, on the calling thread. */
@FunctionalInterface
interface EmotionAnalysis {
    PredictionTimeline analyse(Samples samples, CancelToken cancel, ProgressSink progress);

    /** Name of the model that is asked; empty where it has none. */
    default String model() {
        return "";
    }

    /** The analysis that a model gives. */
    static EmotionAnalysis of(EmotionModel loaded) {
        var analyser = new RecordingAnalyser(loaded);
        return new EmotionAnalysis() {
            @Override
            public PredictionTimeline analyse(
                    Samples samples, CancelToken cancel, ProgressSink progress) {
                return analyser.analyse(samples, cancel, progress);
            }

            @Override
            public String model() {
                return loaded.description().name();
            }
        };
    }
}
