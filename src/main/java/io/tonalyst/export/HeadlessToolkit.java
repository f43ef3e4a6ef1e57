// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.export;

import io.tonalyst.ui.FxExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Starts JavaFX where there is no window to show, so that the command line and tests can paint
 * pictures. It uses the platform "Headless" that OpenJFX 26 carries, which needs neither a display
 * nor GTK.
 */
public final class HeadlessToolkit {
    private HeadlessToolkit() {}

    /** Whether this machine has a display to open windows on, judged by the environment. */
    public static boolean hasDisplay() {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return true;
        }
        return isSet(System.getenv("DISPLAY")) || isSet(System.getenv("WAYLAND_DISPLAY"));
    }

    /**
     * Makes JavaFX run without a display unless a platform has been chosen already. Only has an
     * effect before the toolkit starts.
     */
    public static void select() {
        if (System.getProperty("glass.platform") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    /** Starts the toolkit if it is not running and returns when it is. */
    public static void start() {
        select();
        var started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyRunning) {
            return;
        }
        Platform.setImplicitExit(false);
        try {
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        }
    }

    /**
     * Runs {@code task} on the FX thread, at once when already there, and waits for its result.
     * {@link #start} must have been called.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile, as
     *     those of a window are that closes
     * @throws Exception what the task throws
     */
    public static <T> T call(Callable<T> task) throws Exception {
        var future = new FutureTask<>(task);
        new FxExecutor().execute(future);
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
