// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs on a fixed number of daemon threads and hands each outcome to its receiver. */
public final class JobRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final ExecutorService threads;

    /**
     * @param name prefix of the thread names
     * @param count number of threads, at least 1
     */
    public JobRunner(String name, int count) {
        var number = new AtomicInteger();
        ThreadFactory factory =
                task -> {
                    var thread = new Thread(task, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                };
        this.threads = Executors.newFixedThreadPool(count, factory);
    }

    /**
     * Queues a job; after {@link #close} it is cancelled at once, on the calling thread.
     *
     * @param outcome receives how it ended, on the job's thread
     * @return the token that cancels it, before or while it runs
     */
    public <T> CancelToken submit(
            Job<T> job, ProgressSink progress, Consumer<JobOutcome<T>> outcome) {
        var token = new CancelToken();
        try {
            threads.execute(() -> outcome.accept(run(job, token, progress)));
        } catch (RejectedExecutionException e) {
            // A window that is closing may still draw once, and ask for what it draws.
            token.cancel();
            outcome.accept(new JobOutcome.Cancelled<>());
        }
        return token;
    }

    /** Runs a job on the calling thread and turns every way it can end into an outcome. */
    public static <T> JobOutcome<T> run(Job<T> job, CancelToken cancel, ProgressSink progress) {
        if (cancel.isCancelled()) {
            return new JobOutcome.Cancelled<>();
        }
        try {
            T value = job.run(cancel, progress);
            return cancel.isCancelled()
                    ? new JobOutcome.Cancelled<>()
                    : new JobOutcome.Done<>(value);
        } catch (CancellationException e) {
            return new JobOutcome.Cancelled<>();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new JobOutcome.Cancelled<>();
        } catch (Exception e) {
            LOG.warn("A job failed", e);
            return new JobOutcome.Failed<>(e);
        } catch (LinkageError e) {
            LOG.warn("A job lacks code", e);
            return new JobOutcome.Failed<>(new IllegalStateException(Failures.sentence(e), e));
        } catch (OutOfMemoryError e) {
            // What the job held is free again by now; the thread and all other jobs go on.
            LOG.warn("A job ran out of memory", e);
            return new JobOutcome.Failed<>(new MemoryException(e));
        }
    }

    /** Lets running jobs a moment to notice their interruption, then returns. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn(
                        "Background work did not stop in time; its daemon threads end with the program");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
