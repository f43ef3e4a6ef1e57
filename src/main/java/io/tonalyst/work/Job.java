// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

/**
 * Work that can be cancelled and says how far it is.
 *
 * @param <T> what it yields
 */
@FunctionalInterface
public interface Job<T> {
    /**
     * Does the work on the calling thread.
     *
     * @throws java.util.concurrent.CancellationException when it noticed the raised token
     * @throws Exception when it failed; its message is one sentence for the user
     */
    T run(CancelToken cancel, ProgressSink progress) throws Exception;
}
