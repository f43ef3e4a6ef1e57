// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

import java.time.LocalDateTime;

/**
 * A call as it was written to a sample log.
 *
 * @param start to the second
 * @param talkSeconds its talk time
 */
record LoggedCall(int agent, LocalDateTime start, long talkSeconds) {}
