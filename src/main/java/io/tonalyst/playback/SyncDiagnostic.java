// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.time.Ticker;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures how well what is drawn keeps step with what is heard: plays clicks through a {@link
 * Playback} of its own and at each display pulse (60 a second) compares its position with the
 * device's. The device's position moves in steps, each when what came before has been heard, so the
 * truth at a moment is a robust line through the lower corners of the steps within a second of it,
 * before and after; for the silent sink that is the time of the machine. {@link RecordedSync} takes
 * the truth from another program.
 */
public final class SyncDiagnostic {
    private static final double PULSE_SECONDS = 1.0 / 60;
    private static final double STALL_SECONDS = 0.06;

    /** Polls of the device a second that are kept at most. */
    private static final int REPORTS_A_SECOND = 1000;

    /** Reports on each side of a moment that its line goes through: a hundred steps. */
    private static final double WINDOW_SECONDS = 1;

    /** Beginning that is left out of the line: a device first swallows its whole buffer. */
    private static final double SETTLE_SECONDS = 0.3;

    private final AudioSinks.Factory sinks;

    public SyncDiagnostic(AudioSinks.Factory sinks) {
        this.sinks = sinks;
    }

    /**
     * Runs for the given time.
     *
     * @param seconds length of the test sound, at least 1
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public SyncReport run(double seconds, CancelToken cancel, ProgressSink progress) {
        return play(seconds, System.nanoTime(), cancel, progress).report();
    }

    /**
     * A run.
     *
     * @param drawn the time that was drawn at each pulse
     */
    record Run(SyncReport report, TimedPoints drawn) {}

    /**
     * @param origin {@code System.nanoTime} that counts as second 0
     */
    Run play(double seconds, long origin, CancelToken cancel, ProgressSink progress) {
        TimedPoints reports = new TimedPoints((int) ((seconds + 10) * REPORTS_A_SECOND));
        TimedPoints drawn = new TimedPoints((int) ((seconds + 10) / PULSE_SECONDS));
        AtomicReference<@Nullable Playback> playing = new AtomicReference<>();
        DoubleSupplier place =
                () -> {
                    Playback now = playing.get();
                    return now == null ? 0 : now.positionSeconds();
                };
        AudioSinks.Factory observing =
                rate -> new ObservedSink(sinks.open(rate), origin, reports, place);
        String device;
        boolean audible;
        try (Playback playback = new Playback(observing, Ticker.system())) {
            playing.set(playback);
            playback.load(ClickTrack.of(Playback.SINK_RATE, seconds));
            playback.play();
            long pulse = System.nanoTime();
            while (playback.isPlaying() && drawn.size() < (seconds + 5) / PULSE_SECONDS) {
                cancel.throwIfCancelled();
                pulse += (long) (PULSE_SECONDS * 1e9);
                LockSupport.parkNanos(pulse - System.nanoTime());
                double now = (System.nanoTime() - origin) / 1e9;
                double position = playback.positionSeconds();
                drawn.add(now, position);
                progress.report(Math.min(1, position / seconds), "Comparing picture and sound");
            }
            device = playback.deviceName();
            audible = playback.isAudible();
        }
        return new Run(judge(device, audible, seconds, reports, drawn), drawn);
    }

    static SyncReport judge(
            String name, boolean audible, double seconds, TimedPoints reports, TimedPoints drawn) {
        int first = 0;
        while (first < reports.size() - 1 && reports.value(first) <= reports.value(0)) {
            first++;
        }
        int settled = first;
        while (settled < reports.size() - 1
                && reports.seconds(settled) < reports.seconds(first) + SETTLE_SECONDS) {
            settled++;
        }
        TimedPoints device = edges(reports.from(settled));
        TimedPoints errors = new TimedPoints(Math.max(1, drawn.size()));
        double backwards = 0;
        for (int i = 0; i < drawn.size(); i++) {
            double[] truth = device.robustLine(drawn.seconds(i), WINDOW_SECONDS);
            double heard = truth[0] + truth[1] * drawn.seconds(i);
            boolean sounding = reports.size() > 0 && drawn.seconds(i) >= reports.seconds(0);
            if (sounding && heard > 0 && heard < seconds) {
                errors.add(drawn.seconds(i), drawn.value(i) - heard);
            }
            if (i > 0) {
                backwards = Math.max(backwards, drawn.value(i - 1) - drawn.value(i));
            }
        }
        double[] sorted = Arrays.stream(errors.values()).map(Math::abs).sorted().toArray();
        return new SyncReport(
                name,
                audible,
                seconds,
                sorted.length,
                1000 * quantile(sorted, 0.5),
                1000 * quantile(sorted, 0.95),
                1000 * quantile(sorted, 0.99),
                1000 * quantile(sorted, 1),
                1000 * backwards,
                1000 * errors.robustLine(0, seconds + 10)[1] * seconds,
                reports.size(),
                1000 * medianStep(reports),
                stalls(reports, settled, seconds));
    }

    /** The lower edge of the staircase: the position that each move of the device leaves. */
    private static TimedPoints edges(TimedPoints reports) {
        TimedPoints edges = new TimedPoints(Math.max(1, reports.size()));
        boolean moved = false;
        for (int i = 1; i < reports.size(); i++) {
            double before = reports.seconds(i - 1);
            boolean moves = reports.value(i) > reports.value(i - 1);
            if (moves) {
                double late = moved ? 0 : (reports.seconds(i) - before) / 2;
                edges.add(before + late, reports.value(i - 1));
            }
            moved = moves;
        }
        return edges;
    }

    static double quantile(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private static double medianStep(TimedPoints reports) {
        double[] steps = new double[reports.size()];
        int count = 0;
        for (int i = 1; i < reports.size(); i++) {
            if (reports.value(i) > reports.value(i - 1)) {
                steps[count++] = reports.value(i) - reports.value(i - 1);
            }
        }
        double[] sorted = Arrays.copyOf(steps, count);
        Arrays.sort(sorted);
        return quantile(sorted, 0.5);
    }

    private static int stalls(TimedPoints reports, int from, double seconds) {
        int stalls = 0;
        double movedAt = reports.size() == 0 ? 0 : reports.seconds(from);
        for (int i = from + 1; i < reports.size() && reports.value(i) < seconds; i++) {
            if (reports.value(i) > reports.value(i - 1)) {
                stalls += reports.seconds(i) - movedAt > STALL_SECONDS ? 1 : 0;
                movedAt = reports.seconds(i);
            }
        }
        return stalls;
    }
}
