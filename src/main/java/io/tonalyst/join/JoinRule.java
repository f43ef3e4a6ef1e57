// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.join;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How recordings are joined to calls.
 *
 * @param tolerance how far the start in a file's name and the start in the log may lie apart
 * @param channel counted from 0, the one that is judged; empty for all together
 */
public record JoinRule(Duration tolerance, OptionalInt channel) {
    /** Names of recordings are read so, unless another pattern is given. */
    public static final String USUAL_NAMES = "{agent}_{date:yyyyMMdd}_{time:HHmm}";

    /** Beyond this, calls of the same day would be taken for each other. */
    public static final Duration MAX_TOLERANCE = Duration.ofHours(1);

    /** Two minutes, all channels: names often have no seconds, and clocks differ. */
    public static final JoinRule USUAL = new JoinRule(Duration.ofMinutes(2), OptionalInt.empty());

    public JoinRule {
        if (tolerance.isNegative() || tolerance.compareTo(MAX_TOLERANCE) > 0) {
            throw new IllegalArgumentException(
                    "A tolerance lies between 0 and "
                            + MAX_TOLERANCE.toSeconds()
                            + " s, not at "
                            + tolerance.toSeconds()
                            + " s.");
        }
    }
}
