// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.join;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.library.CallName;
import io.tonalyst.review.Review;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A recording that may belong to a call.
 *
 * @param file absolute
 * @param name what its name says of agent and start
 * @param timeline what the model says; empty if there is no result, or the file cannot be used
 * @param review what a person says, which counts in place of the model
 */
public record AnalysedRecording(
        Path file, CallName name, Optional<PredictionTimeline> timeline, Review review) {
    public AnalysedRecording {
        file = file.toAbsolutePath().normalize();
    }
}
