// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.signal.LogMel;
import java.util.List;

/** A trained network that tells the emotion of short clips of speech. Safe between threads. */
public interface EmotionModel {
    /** Name, version and input of the model, as on its card. */
    ModelDescription description();

    /**
     * Calibrated probabilities, one distribution a clip.
     *
     * @param clips log-mel images of up to about 3 s; longer ones are cut to the model's input
     */
    List<EmotionDistribution> predict(List<LogMel> clips);
}
