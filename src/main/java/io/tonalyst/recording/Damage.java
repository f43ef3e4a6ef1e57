// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was wrong with a file that could be decoded all the same.
 *
 * @param seconds that were decoded
 * @param promised seconds that the header tells of, where it does
 * @param packets that could not be read or decoded
 * @param replaced samples that were no numbers and became 0
 */
record Damage(double seconds, OptionalDouble promised, int packets, long replaced) {
    /** Encoder delay and padding, and the last packet, differ by less than this. */
    private static final double TOLERANCE_SECONDS = 0.25;

    /** One sentence that begins with the file, or nothing where all is well. */
    Optional<String> sentence(Path file) {
        List<String> faults = new ArrayList<>();
        if (promised.isPresent() && promised.getAsDouble() > seconds + TOLERANCE_SECONDS) {
            faults.add(
                    String.format(
                            Locale.ROOT,
                            "its header promises %.1f s and it holds %.1f s",
                            promised.getAsDouble(),
                            seconds));
        }
        if (packets > 0) {
            faults.add(packets + (packets == 1 ? " packet" : " packets") + " cannot be decoded");
        }
        if (replaced > 0) {
            faults.add(
                    replaced
                            + (replaced == 1 ? " sample is" : " samples are")
                            + " no number and became silence");
        }
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        file
                                + " is cut off or damaged: "
                                + String.join("; ", faults)
                                + ". What it holds is used.");
    }
}
