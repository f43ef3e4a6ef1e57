// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.time.SampleRate;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The position of the sound at any moment, in frames of the sink, between the steps in which a
 * device reports it. The audio thread tells what it observes; any thread asks.
 *
 * <p>The clock follows the middle of the device's staircase (20 ms steps under PulseAudio) with a
 * first-order filter of {@value #SETTLE_SECONDS} s: it averages the difference between the reported
 * position and a line of nominal rate. A device that runs 100 ppm fast is therefore followed with
 * an error of 0.1 ms that does not grow. What is shown approaches that line smoothly, never runs
 * backwards, never passes what has been written, and never runs more than {@value #LEAD_SECONDS} s
 * ahead of the last report, so it stands still when the device does.
 *
 * <p>A device's first step is not taken at its word: PulseAudio reports a whole buffer as played
 * when it has merely been handed over. From the first step until the second the clock runs on from
 * the anchor at nominal rate.
 */
final class AudioClock {
    /** Memory of the average over the staircase. */
    static final double SETTLE_SECONDS = 1.0;

    /** Greatest lead over the last reported position; more than half a step of a slow device. */
    static final double LEAD_SECONDS = 0.06;

    /** A difference that no staircase explains, but a device or thread that is late does. */
    private static final double OUTLIER_SECONDS = 0.03;

    /** After so long it is not lateness: the device has stalled or jumped. */
    private static final double PATIENCE_SECONDS = 0.15;

    /** What is shown jumps ahead to the line when it is farther behind than this. */
    private static final double JUMP_SECONDS = 0.04;

    /** Time in which what is shown approaches the line. */
    private static final double APPROACH_SECONDS = 0.05;

    /** Assumed extent of the first step, which weighs the first observations. */
    private static final double STEP_SECONDS = 0.02;

    /**
     * Shown positions are multiples of this fraction of a frame, to stay monotone across threads.
     */
    private static final double FRACTIONS = 1024;

    private enum Phase {
        /** Nothing has moved since the anchor. */
        STANDING,
        /** The device has moved once: often by all that it was given, before any of it is heard. */
        STARTING,
        RUNNING
    }

    private final double rate;

    // What any thread reads: guarded by the version, which is odd while they are being written.
    private volatile int version;
    private volatile long baseNanos;
    private volatile double baseFrames;
    private volatile double slope;
    private volatile double ceiling;
    private final AtomicLong shown = new AtomicLong();

    // The audio thread's own.
    private Phase phase = Phase.STANDING;
    private long firstStep;
    private double line;
    private long lineNanos;
    private double settled;
    private long lastPlausible;
    private double anchor;

    AudioClock(SampleRate rate) {
        this.rate = rate.hertz();
    }

    /**
     * Makes the clock stand at a position until the device moves away from it: after a flush, while
     * stopped, before the first sound.
     *
     * @param frames not below any position shown before
     */
    void anchor(long nanos, double frames) {
        phase = Phase.STANDING;
        anchor = frames;
        publish(nanos, frames, 0, frames);
    }

    /**
     * Takes in what the device reports.
     *
     * @param nanos when it was asked
     * @param device frames it says it has played
     * @param written frames it was given
     */
    void observe(long nanos, long device, long written) {
        switch (phase) {
            case STANDING -> {
                if (device <= anchor) {
                    return;
                }
                phase = Phase.STARTING;
                firstStep = device;
                restart(nanos, anchor);
            }
            case STARTING -> {
                advance(nanos, Math.min(device, lineAt(nanos)));
                if (device != firstStep) {
                    phase = Phase.RUNNING;
                    lastPlausible = nanos;
                }
            }
            case RUNNING -> follow(nanos, device);
        }
        double now = at(nanos);
        double behind = line - now;
        double ceilingNow = Math.min(written, device + LEAD_SECONDS * rate);
        if (behind > JUMP_SECONDS * rate) {
            publish(nanos, line, rate, ceilingNow);
        } else {
            double correction = behind / APPROACH_SECONDS;
            publish(nanos, now, Math.clamp(rate + correction, 0, 1.5 * rate), ceilingNow);
        }
    }

    /** Position in frames at a moment, for any thread. Never decreases. */
    double frames(long nanos) {
        long fractions = (long) (at(nanos) * FRACTIONS);
        return shown.accumulateAndGet(fractions, Math::max) / FRACTIONS;
    }

    private void follow(long nanos, long device) {
        double elapsed = Math.max(0, (nanos - lineNanos) / 1e9);
        double predicted = lineAt(nanos);
        double error = device - predicted;
        if (Math.abs(error) < OUTLIER_SECONDS * rate) {
            lastPlausible = nanos;
        } else if ((nanos - lastPlausible) / 1e9 > PATIENCE_SECONDS) {
            // Not a late report but an underrun or a jump: learn anew where the steps lie.
            restart(nanos, device);
            return;
        }
        settled = Math.min(SETTLE_SECONDS, settled + elapsed);
        double gain = Math.min(1, elapsed / (settled + STEP_SECONDS));
        double bounded = Math.clamp(error, -OUTLIER_SECONDS * rate, OUTLIER_SECONDS * rate);
        advance(nanos, predicted + gain * bounded);
    }

    private double lineAt(long nanos) {
        return line + Math.max(0, (nanos - lineNanos) / 1e9) * rate;
    }

    private void advance(long nanos, double frames) {
        line = frames;
        lineNanos = nanos;
    }

    private void restart(long nanos, double frames) {
        advance(nanos, frames);
        lastPlausible = nanos;
        settled = 0;
    }

    private double at(long nanos) {
        while (true) {
            int before = version;
            double elapsed = Math.max(0, (nanos - baseNanos) / 1e9);
            double frames = Math.min(ceiling, baseFrames + elapsed * slope);
            if ((before & 1) == 0 && before == version) {
                return frames;
            }
            Thread.onSpinWait();
        }
    }

    // Only the audio thread writes the version, so that its increments cannot be lost.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void publish(long nanos, double frames, double framesPerSecond, double highest) {
        version++;
        baseNanos = nanos;
        baseFrames = frames;
        slope = framesPerSecond;
        ceiling = highest;
        version++;
    }
}
