// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Native code that is made ready once, on a thread that nobody interrupts. Unpacking it waits for
 * the lock of its folder; a thread that is interrupted there leaves the classes of the library
 * unusable for as long as the program runs.
 */
public final class NativeLibrary {
    private final String name;
    private final FutureTask<Boolean> start;

    /**
     * @param name as people know the library
     * @param start loads every part of it that the program uses
     */
    public NativeLibrary(String name, Runnable start) {
        this.name = name;
        this.start = new FutureTask<>(start, true);
    }

    /**
     * Returns when the library is ready, which is at once but for the first time; an interruption
     * meanwhile is kept for later.
     *
     * @throws NativeLibraryException if it cannot be loaded, also at every later call
     */
    public void require() {
        if (!start.isDone()) {
            Thread.ofPlatform().daemon().name("start of " + name).start(start);
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    start.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new NativeLibraryException(name, e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
