// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import io.tonalyst.emotion.PredictionTimeline;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of analysing one file: a timeline, or one sentence why there is none.
 *
 * @param file absolute
 * @param stamp of the file as it was analysed
 * @param model whose word it is
 * @param format container and codec; empty if the file could not be read
 * @param sampleRate in hertz; 0 if the file could not be read
 * @param damage one sentence on what is broken in a file that could be used all the same
 * @param problem one sentence if it could not
 * @param timeline what the model says, unless there is a problem
 */
public record StoredAnalysis(
        Path file,
        FileStamp stamp,
        ModelKey model,
        String format,
        int sampleRate,
        Optional<String> damage,
        Optional<String> problem,
        Optional<PredictionTimeline> timeline) {

    /** An analysis that failed. */
    static StoredAnalysis failed(Path file, FileStamp stamp, ModelKey model, String sentence) {
        return new StoredAnalysis(
                file,
                stamp,
                model,
                "",
                0,
                Optional.empty(),
                Optional.of(sentence),
                Optional.empty());
    }
}
