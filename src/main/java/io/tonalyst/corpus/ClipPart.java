// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Which part of a sound file is the clip.
 *
 * @param startSeconds from the start of the file, 0 or more
 * @param endSeconds after {@code startSeconds}; infinite for the end of the file
 * @param channel 0 is the first (left); empty for the mean of all
 */
public record ClipPart(double startSeconds, double endSeconds, OptionalInt channel) {
    /** All of the file. */
    public static final ClipPart WHOLE =
            new ClipPart(0, Double.POSITIVE_INFINITY, OptionalInt.empty());

    public ClipPart {
        if (!(startSeconds >= 0 && endSeconds > startSeconds) || Double.isInfinite(startSeconds)) {
            throw new IllegalArgumentException(
                    "No such part: " + startSeconds + " to " + endSeconds + " s");
        }
        if (channel.isPresent() && channel.getAsInt() < 0) {
            throw new IllegalArgumentException("No such channel: " + channel.getAsInt());
        }
    }

    public boolean isWhole() {
        return equals(WHOLE);
    }

    /** How it is told from other parts of a file in a name, empty for the whole file. */
    public String suffix() {
        var text = new StringBuilder();
        if (startSeconds > 0 || endSeconds < Double.POSITIVE_INFINITY) {
            text.append(String.format(Locale.ROOT, "@%.3f-", startSeconds));
            if (endSeconds < Double.POSITIVE_INFINITY) {
                text.append(String.format(Locale.ROOT, "%.3f", endSeconds));
            }
        }
        channel.ifPresent(number -> text.append("#").append(number));
        return text.toString();
    }
}
