// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What a task takes: elapsed time, and the processor time of all threads that work for it. */
final class CpuClock {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /** Milliseconds of one task. */
    record Taken(double elapsed, double processor) {}

    /** Runs a task and measures it; other threads should be idle. */
    Taken measure(Runnable task) {
        double cpu = processorMs();
        long start = System.nanoTime();
        task.run();
        double elapsed = (System.nanoTime() - start) / 1e6;
        return new Taken(elapsed, processorMs() - cpu);
    }

    /** Finer than the processor time of the process, which counts in steps of 10 ms. */
    private double processorMs() {
        long nanos = 0;
        for (long id : threads.getAllThreadIds()) {
            // -1 for a thread that has ended since.
            nanos += Math.max(0, threads.getThreadCpuTime(id));
        }
        return nanos / 1e6;
    }
}
