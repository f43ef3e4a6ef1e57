// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.ui.FxExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;

/** Lets a background thread act in the window and wait for what comes of it, never for ever. */
final class FxCall {
    private static final long POLL_MILLIS = 20;

    private final FxExecutor fx = new FxExecutor();
    private final long timeoutSeconds;

    FxCall(long timeoutSeconds) {
        this.timeoutSeconds = timeoutSeconds;
    }

    /** Runs an action on the FX thread and yields its result. */
    <T> T get(Callable<T> action) throws Exception {
        var result = new CompletableFuture<T>();
        fx.execute(
                () -> {
                    try {
                        result.complete(action.call());
                    } catch (Exception | Error e) {
                        // Whoever waits is to know, of a failed assertion, too.
                        result.completeExceptionally(e);
                    }
                });
        return await(result);
    }

    /** Runs an action on the FX thread and returns when it is done. */
    void run(Runnable action) throws Exception {
        get(
                () -> {
                    action.run();
                    return true;
                });
    }

    /** Waits until the toolkit has gone through some more pulses: layout, then drawing. */
    void pulses(int count) throws Exception {
        var done = new CompletableFuture<Boolean>();
        var timer =
                get(
                        () -> {
                            var counter = new PulseCounter(count, done);
                            counter.start();
                            return counter;
                        });
        await(done);
        run(timer::stop);
    }

    /** Completes a future after so many pulses. */
    private static final class PulseCounter extends AnimationTimer {
        private final CompletableFuture<Boolean> done;
        private int left;

        PulseCounter(int count, CompletableFuture<Boolean> done) {
            this.left = count;
            this.done = done;
        }

        @Override
        public void handle(long now) {
            if (--left == 0) {
                done.complete(true);
            }
        }
    }

    /** Waits for a future that the FX thread or a job completes. */
    <T> T await(CompletableFuture<T> future) throws Exception {
        try {
            return future.get(timeoutSeconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (TimeoutException e) {
            throw new TimeoutException("This took longer than " + timeoutSeconds + " s");
        }
    }

    /**
     * Waits until a condition holds, asked on the FX thread.
     *
     * @throws TimeoutException naming {@code what}
     */
    void until(Callable<Boolean> condition, String what) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
        while (!get(condition)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(what + " took longer than " + timeoutSeconds + " s");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
