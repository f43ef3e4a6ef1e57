// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

/**
 * How a job ended.
 *
 * @param <T> what the job yields
 */
public sealed interface JobOutcome<T> {
    /** It finished with a value. */
    record Done<T>(T value) implements JobOutcome<T> {}

    /** It failed; the message of {@code cause} is one sentence for the user. */
    record Failed<T>(Exception cause) implements JobOutcome<T> {}

    /** It was cancelled, or a newer request took its place. */
    record Cancelled<T>() implements JobOutcome<T> {}
}
