// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.review.Review;
import io.tonalyst.review.Reviewed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A recording with all that is said of it: what every format is written from.
 *
 * @param file the recording
 * @param format container and codec in a few words
 * @param sampleRate in hertz
 * @param model name of the model that was asked
 * @param damage one sentence on what is broken in the file, if anything is
 * @param timeline what the model says
 * @param review what a person says
 */
public record AnalysedRecording(
        Path file,
        String format,
        int sampleRate,
        String model,
        Optional<String> damage,
        PredictionTimeline timeline,
        Review review) {

    /** File name without its folder. */
    public String name() {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /** File name without folder and ending, such as {@code call} of {@code a/call.wav}. */
    public String baseName() {
        return baseName(file);
    }

    /** The name of a file without folder and ending. */
    public static String baseName(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The segments with what a person says of them, in order of channel and time. */
    public List<Reviewed> reviewed() {
        return review.over(timeline);
    }

    /** What a channel is called: nothing for a recording of one, else {@code ch1}, {@code ch2}. */
    String channelName(int channel) {
        return timeline.channels() == 1 ? "" : "ch" + (channel + 1);
    }
}
