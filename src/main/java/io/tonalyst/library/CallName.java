// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What the name of a recording says of the call.
 *
 * @param agent as it stands in the name
 * @param date of its start
 * @param time of its start
 */
public record CallName(Optional<String> agent, Optional<LocalDate> date, Optional<LocalTime> time) {
    /** A name that says nothing. */
    public static final CallName NONE =
            new CallName(Optional.empty(), Optional.empty(), Optional.empty());

    /** When the call began; empty unless date and time are both known. */
    public Optional<LocalDateTime> start() {
        return date.flatMap(d -> time.map(d::atTime));
    }
}
