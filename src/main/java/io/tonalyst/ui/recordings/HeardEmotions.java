// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.join.EmotionSound;
import io.tonalyst.signal.PcmSource;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.Synth;
import java.util.OptionalInt;

/**
 * The emotions of a recording as sound: what is heard instead of the recording, and which second of
 * the recording is heard when.
 *
 * @param sound of the score
 * @param stepSeconds length of a step of the score in seconds of the recording
 */
record HeardEmotions(SonificationScore score, PcmSource sound, double stepSeconds) {
    /**
     * Renders all of the sound into memory: a quarter of a second or so a second of the recording,
     * as the mapping's tempo has it; longer calls than a series holds have longer steps.
     *
     * @param name of the recording
     * @param channel counted from 0; empty for all together
     */
    static HeardEmotions of(
            PredictionTimeline timeline, String name, OptionalInt channel, Mapping mapping) {
        SonificationScore score =
                SonificationScore.of(EmotionSound.of(timeline, name, channel), mapping);
        return new HeardEmotions(
                score, new Synth().render(score), EmotionSound.stepSeconds(timeline));
    }

    /** Second of the recording that is told of at a second of the sound. */
    double told(double soundSeconds) {
        return score.days().apply(soundSeconds) * stepSeconds;
    }

    /** Second of the sound at which a second of the recording is told of. */
    double place(double recordingSeconds) {
        return score.days().inverse(recordingSeconds / stepSeconds);
    }
}
