// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

import java.util.function.Consumer;

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

    /**
     * Hands on the value or the failure; nothing of a job that was cancelled, most often because a
     * newer one is under way.
     */
    default void settle(Consumer<? super T> done, Consumer<? super Exception> failed) {
        switch (this) {
            case Done<T>(T value) -> done.accept(value);
            case Failed<T>(Exception cause) -> failed.accept(cause);
            case Cancelled<T>() -> {}
        }
    }
}
