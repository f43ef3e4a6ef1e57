// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.time.SampleRate;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock against devices that are simulated: what is shown against what is heard. */
class AudioClockTest {
    private static final int RATE = 48_000;
    private static final double STEP = 0.02;
    private static final double BUFFER = 0.1;

    private final AudioClock clock = new AudioClock(new SampleRate(RATE));
    private double shown;

    private static long nanos(double seconds) {
        return 5_000_000_000_000L + Math.round(seconds * 1e9);
    }

    /**
     * A device that takes 20 ms over at a time, and counts them as played, when the 20 ms before
     * have been heard out; asked every 3 ms.
     *
     * @return the errors of what is shown, in seconds
     */
    private double[] run(double from, double to, DoubleUnaryOperator heard) {
        return run(from, to, heard, t -> takenOver(heard.applyAsDouble(t)), () -> 0.003);
    }

    /** When the audio thread comes back. */
    private interface Pause {
        double next();
    }

    private double[] run(
            double from,
            double to,
            DoubleUnaryOperator heard,
            DoubleUnaryOperator reported,
            Pause pause) {
        double[] errors = new double[(int) Math.ceil((to - from) / 0.001) + 2];
        int count = 0;
        double t = from;
        while (t < to) {
            double device = reported.applyAsDouble(t);
            long written = Math.round((device + BUFFER) * RATE);
            clock.observe(nanos(t), Math.round(device * RATE), written);
            double next = Math.min(to, t + pause.next());
            for (double at = t; at < next && count < errors.length; at += 0.001) {
                double now = clock.frames(nanos(at));
                assertThat(now).isGreaterThanOrEqualTo(shown).isLessThanOrEqualTo(written);
                shown = now;
                errors[count++] = now / RATE - heard.applyAsDouble(at);
            }
            t = next;
        }
        return Arrays.copyOf(errors, count);
    }

    private static double takenOver(double heard) {
        return heard <= 0 ? 0 : (Math.floor(heard / STEP) + 1) * STEP;
    }

    private double shownSeconds(double at) {
        return clock.frames(nanos(at)) / RATE;
    }

    private static double quantile(double[] errors, double share) {
        double[] sorted = Arrays.stream(errors).map(Math::abs).sorted().toArray();
        return sorted[(int) (share * (sorted.length - 1))];
    }

    @Test
    void showsWhatIsHeardBetweenTheSteps() {
        clock.anchor(nanos(0), 0);
        run(0, 1, t -> t);
        double[] errors = run(1, 4, t -> t);
        assertThat(quantile(errors, 0.5)).isLessThan(0.001);
        assertThat(quantile(errors, 1)).isLessThan(0.003);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-200, -100, 100, 200})
    void doesNotDriftInTenMinutes(double ppm) {
        DoubleUnaryOperator heard = t -> t * (1 + ppm * 1e-6);
        clock.anchor(nanos(0), 0);
        double[] early = run(0, 5, heard);
        run(5, 595, heard);
        double[] late = run(595, 600, heard);
        assertThat(quantile(late, 0.5) - quantile(early, 0.5)).isCloseTo(0, within(0.002));
        assertThat(quantile(late, 1)).isLessThan(0.004);
    }

    @Test
    void aBufferThatIsSwallowedAtTheStartIsNotTakenForHeard() {
        // The server takes 120 ms at once, plays them, and only then goes on by portions.
        DoubleUnaryOperator heard = t -> Math.max(0, t - 0.3);
        DoubleUnaryOperator reported =
                t -> t < 0.3 ? 0 : Math.max(0.12, takenOver(heard.applyAsDouble(t)));
        clock.anchor(nanos(0), 0);
        double[] errors = run(0, 3, heard, reported, () -> 0.003);
        assertThat(quantile(errors, 0.99)).isLessThan(0.008);
        assertThat(quantile(errors, 1)).isLessThan(0.02);
    }

    @Test
    void portionsTakenEarlyBendNothing() {
        clock.anchor(nanos(0), 0);
        run(0, 2, t -> t);
        DoubleUnaryOperator early =
                t -> takenOver(t) + (t > 2.5 && t < 2.62 ? 0.1 : t > 3 && t < 3.05 ? 0.04 : 0);
        double[] errors = run(2, 4, t -> t, held(early), () -> 0.003);
        assertThat(quantile(errors, 1)).isLessThan(0.008);
    }

    /** A device never goes back. */
    private static DoubleUnaryOperator held(DoubleUnaryOperator reported) {
        double[] highest = new double[1];
        return t -> highest[0] = Math.max(highest[0], reported.applyAsDouble(t));
    }

    @Test
    void waitsForADeviceThatStallsAndFindsItAgain() {
        DoubleUnaryOperator stalling = t -> t < 3 ? t : Math.max(3, t - 0.5);
        clock.anchor(nanos(0), 0);
        run(0, 3, stalling);
        double[] stall = run(3, 3.5, stalling);
        assertThat(quantile(stall, 1)).isLessThan(0.09);
        run(3.5, 3.8, stalling);
        double[] after = run(3.8, 6, stalling);
        assertThat(quantile(after, 1)).isLessThan(0.005);
    }

    @Test
    void findsADeviceThatSkips() {
        DoubleUnaryOperator skipping = t -> t < 3 ? t : t + 0.4;
        clock.anchor(nanos(0), 0);
        run(0, 3, skipping);
        run(3, 3.3, skipping);
        assertThat(quantile(run(3.3, 5, skipping), 1)).isLessThan(0.005);
    }

    @Test
    void keepsToTheLineWhenReportsAreMerelyLate() {
        DoubleUnaryOperator late = t -> t > 4 && t < 4.09 ? takenOver(4) : takenOver(t);
        clock.anchor(nanos(0), 0);
        run(0, 4, t -> t);
        double[] errors = run(4, 6, t -> t, late, () -> 0.003);
        assertThat(quantile(errors, 0.95)).isLessThan(0.004);
        assertThat(quantile(errors, 1)).isLessThan(0.02);
    }

    @Test
    void anAudioThreadThatComesLateBendsNothing() {
        var random = new Random(7);
        Pause starved = () -> random.nextDouble() < 0.2 ? 0.08 * random.nextDouble() : 0.003;
        clock.anchor(nanos(0), 0);
        double[] errors = run(0, 60, t -> t, t -> takenOver(t), starved);
        assertThat(quantile(errors, 0.5)).isLessThan(0.003);
        assertThat(quantile(errors, 0.95)).isLessThan(0.008);
        assertThat(quantile(errors, 0.99)).isLessThan(0.017);
    }

    @Test
    void underrunsCostTimeAndAreFollowed() {
        // Every five seconds the sound stands for 40 ms.
        DoubleUnaryOperator heard = t -> t - 0.04 * Math.floor(t / 5);
        clock.anchor(nanos(0), 0);
        double[] errors =
                run(0, 60, held(heard), t -> takenOver(held(heard).applyAsDouble(t)), () -> 0.003);
        assertThat(quantile(errors, 0.5)).isLessThan(0.003);
        assertThat(quantile(errors, 0.95)).isLessThan(0.017);
        assertThat(quantile(errors, 1)).isLessThan(0.06);
    }

    @Test
    void aDeviceWithoutStairsIsFollowedExactly() {
        clock.anchor(nanos(0), 0);
        run(0, 1, t -> t, t -> t, () -> 0.003);
        assertThat(quantile(run(1, 3, t -> t, t -> t, () -> 0.003), 1)).isLessThan(0.0005);
    }

    @Test
    void standsUntilTheDeviceMoves() {
        clock.anchor(nanos(0), 480);
        clock.observe(nanos(0), 480, 4800);
        clock.observe(nanos(0.05), 480, 4800);
        assertThat(shownSeconds(1)).isEqualTo(0.01);
    }

    @Test
    void neverPassesWhatHasBeenWritten() {
        run(0, 1, t -> t);
        double written = 1.03 * RATE;
        for (double t = 1; t < 2; t += 0.003) {
            clock.observe(nanos(t), Math.round(1.02 * RATE), Math.round(written));
            assertThat(clock.frames(nanos(t + 0.002))).isLessThanOrEqualTo(written);
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
