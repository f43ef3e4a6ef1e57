// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import io.tonalyst.emotion.Emotion;
import java.util.Optional;

/**
 * A label from another program.
 *
 * @param channel 0 is the first
 * @param endSeconds after {@code startSeconds}
 * @param emotion it names; empty for a mere comment
 * @param silent whether it says that there is no speech; it names no emotion then
 * @param ofModel whether it is the model's own word, written out by this program: only its edges
 *     and comment can be new
 * @param comment empty for none
 */
record Label(
        int channel,
        double startSeconds,
        double endSeconds,
        Optional<Emotion> emotion,
        boolean silent,
        boolean ofModel,
        String comment) {
    /** A label on speech. */
    Label(
            int channel,
            double startSeconds,
            double endSeconds,
            Optional<Emotion> emotion,
            boolean ofModel,
            String comment) {
        this(channel, startSeconds, endSeconds, emotion, false, ofModel, comment);
    }

    /** Whether it says more than a comment. */
    boolean judges() {
        return silent || emotion.isPresent();
    }
}
