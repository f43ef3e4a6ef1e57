// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.ui.FxExecutor;
import io.tonalyst.work.JobRunner;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** Measures the panes of one opened recording. Not for the FX thread. */
final class PaneBench implements AutoCloseable {
    private static final int STEPS = 300;

    /**
     * The gestures pass through every zoom once in that many steps; the first pass is not counted.
     */
    private static final int WARM_UP = 95;

    private static final long SEED = 1;
    private static final long PAUSE_MS = 10;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final BenchWindow window;
    private final Sound sound;
    private final TimeAxisModel axis;
    private final SpectrogramLoader loader;
    private volatile CountDownLatch first = new CountDownLatch(1);
    private volatile CountDownLatch all = new CountDownLatch(1);

    /**
     * @param firstSeconds from the wish to the first painted tile of a view
     * @param allSeconds to the last one
     */
    record Shown(double firstSeconds, double allSeconds) {}

    /** What pans and zooms took, in milliseconds. */
    static final class Times {
        private final double[] wall;
        private final double[] cpu;

        private Times(double[] wall, double[] cpu) {
            this.wall = wall.clone();
            this.cpu = cpu.clone();
            Arrays.sort(this.wall);
            Arrays.sort(this.cpu);
        }

        int steps() {
            return wall.length;
        }

        /** From the wish to the rendered pixels; of 1 for the worst. */
        double wallMs(double quantile) {
            return at(wall, quantile);
        }

        /** The same in processor time of the threads that paint and render. */
        double cpuMs(double quantile) {
            return at(cpu, quantile);
        }

        private static double at(double[] ascending, double quantile) {
            return ascending[(int) Math.min(ascending.length - 1.0, ascending.length * quantile)];
        }
    }

    PaneBench(BenchWindow window, JobRunner runner, Sound sound) {
        this.window = window;
        this.sound = sound;
        this.axis = new TimeAxisModel(sound.seconds());
        this.loader = new SpectrogramLoader(runner, new FxExecutor(), this::arrived);
    }

    private void arrived() {
        window.paint(sound, axis, loader);
        first.countDown();
        if (loader.isComplete()) {
            all.countDown();
        }
    }

    /** Shows a stretch, in seconds, and waits for its tiles. */
    Shown show(double from, double to) {
        first = new CountDownLatch(1);
        all = new CountDownLatch(1);
        long start = System.nanoTime();
        BenchWindow.call(
                () -> {
                    axis.show(new TimeRange(from, to));
                    window.paint(sound, axis, loader);
                    return true;
                });
        await(first);
        double firstTile = (System.nanoTime() - start) / 1e9;
        await(all);
        return new Shown(firstTile, (System.nanoTime() - start) / 1e9);
    }

    /** Pans and zooms at random through every zoom. */
    Times wander() {
        var random = new Random(SEED);
        double[] wall = new double[STEPS];
        double[] cpu = new double[STEPS];
        for (int i = -WARM_UP; i < STEPS; i++) {
            double place = random.nextDouble();
            // In as often as out; the sum of the steps passes through every zoom.
            double factor = Math.pow(1.5, 8 * Math.sin(i / 15.0) * 0.2);
            boolean pan = random.nextBoolean();
            double[] elapsed = BenchWindow.call(() -> step(place, factor, pan));
            if (i >= 0) {
                wall[i] = elapsed[0];
                cpu[i] = elapsed[1];
            }
            pause();
        }
        return new Times(wall, cpu);
    }

    /** Milliseconds of one step, and those of processor time. On the FX thread. */
    private double[] step(double place, double factor, boolean pan) {
        long start = System.nanoTime();
        long startCpu = paintCpuNanos();
        if (pan) {
            axis.pan(axis.span() * (place - 0.5));
        } else {
            axis.zoom(axis.start() + place * axis.span(), factor);
        }
        window.paint(sound, axis, loader);
        return new double[] {(System.nanoTime() - start) / 1e6, (paintCpuNanos() - startCpu) / 1e6};
    }

    /** Processor time so far of the thread that paints, which asks, and of that which renders. */
    private static long paintCpuNanos() {
        long nanos = THREADS.getCurrentThreadCpuTime();
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("QuantumRenderer")) {
                nanos += THREADS.getThreadCpuTime(thread.getThreadId());
            }
        }
        return nanos;
    }

    @Override
    public void close() {
        BenchWindow.call(
                () -> {
                    loader.clear();
                    return true;
                });
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
