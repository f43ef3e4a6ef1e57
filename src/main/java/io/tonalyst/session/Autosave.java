// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the session at even intervals and writes it when it has changed: to the place where it
 * is found after a crash, and to the session's own file where it has one. Nobody has to say that
 * something changed, so that nothing can be forgotten.
 */
public final class Autosave implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);

    private final Recovery.Slot slot;
    private final Supplier<SessionDocument> state;
    private final Executor ui;
    private final Consumer<String> problems;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("autosave").factory());
    private volatile @Nullable Path file;
    private @Nullable SessionDocument saved;
    private @Nullable Path savedTo;
    private volatile boolean failing;

    /**
     * @param state the session as it is now; asked on {@code ui}
     * @param problems receives one sentence when saving begins to fail
     */
    public Autosave(
            Recovery.Slot slot,
            Supplier<SessionDocument> state,
            Executor ui,
            Consumer<String> problems) {
        this.slot = slot;
        this.state = state;
        this.ui = ui;
        this.problems = problems;
    }

    /** Begins to look. */
    public void start(Duration interval) {
        var _ =
                thread.scheduleWithFixedDelay(
                        () -> ui.execute(this::look),
                        interval.toMillis(),
                        interval.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** The session's own file, if it has one; on the UI thread. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** Gives the session a file of its own, which is kept up to date from now on. */
    public void setFile(@Nullable Path own) {
        file = own;
        look();
    }

    /**
     * Saves the session as it is now.
     *
     * @param then runs on the UI thread once it is saved, unless that failed
     */
    public void saveNow(Runnable then) {
        SessionDocument now = state.get();
        if (!thread.isShutdown()) {
            thread.execute(
                    () -> {
                        save(now);
                        if (!failing) {
                            ui.execute(then);
                        }
                    });
        }
    }

    private void look() {
        SessionDocument now = state.get();
        if (!thread.isShutdown()) {
            thread.execute(() -> save(now));
        }
    }

    private synchronized void save(SessionDocument now) {
        Path own = file;
        boolean moved = own != null && !own.equals(savedTo);
        if (now.equals(saved) && !moved) {
            return;
        }
        try {
            slot.save(now);
            if (own != null) {
                SessionFile.write(own, now);
            }
            saved = now;
            savedTo = own;
            failing = false;
        } catch (SessionException e) {
            LOG.warn("The session could not be saved", e);
            if (!failing) {
                problems.accept(e.getMessage());
            }
            failing = true;
        }
    }

    /** Saves a last time, on the calling thread, which is the UI thread. */
    @Override
    public void close() {
        SessionDocument last = state.get();
        thread.shutdownNow();
        save(last);
        slot.close();
    }
}
