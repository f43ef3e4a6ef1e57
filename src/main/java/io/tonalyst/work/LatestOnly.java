// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the newest request count: a new one cancels the old one, and an outcome is delivered
 * only while its request is still the newest. Use from one thread, the one {@code delivery} runs
 * on.
 *
 * @param <T> what the requests yield
 */
public final class LatestOnly<T> {
    private final JobRunner runner;
    private final Executor delivery;
    private @Nullable CancelToken current;
    private long newest;

    /**
     * @param runner where the work is done
     * @param delivery the thread that requests and receives, such as the FX thread
     */
    public LatestOnly(JobRunner runner, Executor delivery) {
        this.runner = runner;
        this.delivery = delivery;
    }

    /** Starts {@code job} in place of any request still under way. */
    public void request(Job<T> job, ProgressSink progress, Consumer<JobOutcome<T>> outcome) {
        cancel();
        long mine = newest;
        current =
                runner.submit(
                        job,
                        progress,
                        result ->
                                delivery.execute(
                                        () -> {
                                            if (mine == newest) {
                                                current = null;
                                                outcome.accept(result);
                                            }
                                        }));
    }

    /** Cancels the request under way, if any; its outcome will not be delivered. */
    public void cancel() {
        newest++;
        if (current != null) {
            current.cancel();
            current = null;
        }
    }

    /** Whether a request is under way. */
    public boolean isBusy() {
        return current != null;
    }
}
