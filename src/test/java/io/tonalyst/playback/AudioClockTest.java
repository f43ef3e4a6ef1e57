// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.time.SampleRate;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class AudioClockTest {
    private static final int RATE = 48_000;
    private static final double STEP = 0.02;
    private static final double BUFFER = 0.1;

    private final AudioClock clock = new AudioClock(new SampleRate(RATE));
    private double shown;

    private static long nanos(double seconds) {
        return 5_000_000_000_000L + Math.round(seconds * 1e9);
    }

    /** A device that reports every 20 ms how far it has got; asked every 3 ms. */
    private void run(double from, double to, DoubleUnaryOperator heard) {
        for (double t = from; t < to; t += 0.003) {
            long device = reported(heard, t);
            long written = Math.round((heard.applyAsDouble(t) + BUFFER) * RATE);
            clock.observe(nanos(t), device, written);
            for (double between = t; between < t + 0.003; between += 0.001) {
                double now = clock.frames(nanos(between));
                assertThat(now).isGreaterThanOrEqualTo(shown).isLessThanOrEqualTo(written);
                shown = now;
            }
        }
    }

    private static long reported(DoubleUnaryOperator heard, double t) {
        double steps = Math.floor(heard.applyAsDouble(t) / STEP);
        return Math.round(steps * STEP * RATE);
    }

    private double shownSeconds(double at) {
        return clock.frames(nanos(at)) / RATE;
    }

    @Test
    void runsSmoothlyThroughTheMiddleOfTheSteps() {
        run(0, 2, t -> t);
        double before = shownSeconds(2);
        for (double t = 2; t < 2.06; t += 0.001) {
            double device = reported(x -> x, t);
            clock.observe(nanos(t), (long) device, RATE * 10L);
            double now = shownSeconds(t);
            assertThat(now).isCloseTo(t - STEP / 2, within(0.003));
            assertThat(now - before).isBetween(0.0, 0.0015);
            before = now;
        }
    }

    @Test
    void doesNotDriftFromADeviceThatRunsAHundredPpmFast() {
        DoubleUnaryOperator fast = t -> t * 1.0001;
        run(0, 5, fast);
        double early = shownSeconds(5) - 5 * 1.0001;
        run(5, 600, fast);
        double late = shownSeconds(600) - 600 * 1.0001;
        // Asked every 3 ms, the steps are seen up to 3 ms late, now more, now less.
        assertThat(late).isCloseTo(early, within(0.002));
        assertThat(late).isCloseTo(-STEP / 2, within(0.0025));
    }

    @Test
    void standsUntilTheDeviceMovesAndIgnoresAWholeBufferReportedAtOnce() {
        clock.anchor(nanos(0), 0);
        clock.observe(nanos(0), 0, 4800);
        clock.observe(nanos(0.05), 0, 4800);
        assertThat(shownSeconds(0.05)).isZero();
        // The server takes the buffer over at 0.1 s; what it plays is the time since.
        for (double t = 0.1; t < 0.2; t += 0.003) {
            clock.observe(nanos(t), 4800, 9600);
            assertThat(shownSeconds(t)).isCloseTo(t - 0.1, within(0.004));
        }
        run(0.2, 2, t -> t - 0.1);
        assertThat(shownSeconds(2)).isCloseTo(1.9 - STEP / 2, within(0.003));
    }

    @Test
    void waitsForADeviceThatStallsAndFindsItAgain() {
        DoubleUnaryOperator stalling = t -> t < 3 ? t : Math.max(3, t - 0.5);
        run(0, 3, stalling);
        double before = shownSeconds(3);
        run(3, 3.49, stalling);
        assertThat(shownSeconds(3.49)).isBetween(before, before + 0.1);
        run(3.49, 4.5, stalling);
        assertThat(shownSeconds(4.5)).isCloseTo(4 - STEP / 2, within(0.006));
    }

    @Test
    void keepsToTheLineWhenReportsAreMerelyLate() {
        DoubleUnaryOperator late = t -> t > 4 && t < 4.09 ? 4 : t;
        run(0, 4.1, late);
        for (double t = 4.1; t < 4.995; t += 0.01) {
            run(t, t + 0.01, late);
            assertThat(shownSeconds(t + 0.01)).isCloseTo(t + 0.01 - STEP / 2, within(0.02));
        }
        assertThat(shownSeconds(5)).isCloseTo(5 - STEP / 2, within(0.004));
    }

    @Test
    void neverPassesWhatHasBeenWritten() {
        run(0, 1, t -> t);
        for (double t = 1; t < 2; t += 0.003) {
            clock.observe(nanos(t), RATE, RATE);
            assertThat(clock.frames(nanos(t + 0.002))).isLessThanOrEqualTo(RATE);
        }
    }

    @Test
    void isMonotoneForAReaderOnAnotherThread() throws Exception {
        AtomicBoolean backwards = new AtomicBoolean();
        AtomicBoolean done = new AtomicBoolean();
        long origin = System.nanoTime();
        Thread reader =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    double before = 0;
                                    while (!done.get()) {
                                        double now = clock.frames(System.nanoTime());
                                        backwards.compareAndSet(false, now < before);
                                        before = now;
                                    }
                                });
        clock.anchor(origin, 0);
        while (System.nanoTime() - origin < 300_000_000L) {
            long now = System.nanoTime();
            long device = (now - origin) / 20_000_000 * 960;
            clock.observe(now, device, device + 4800);
        }
        done.set(true);
        reader.join();
        assertThat(backwards).isFalse();
        assertThat(clock.frames(System.nanoTime())).isGreaterThan(9_000);
    }
}
