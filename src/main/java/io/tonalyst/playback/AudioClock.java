// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.time.SampleRate;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The position of the sound at any moment, in frames of the sink, between the steps in which a
 * device reports it. The audio thread tells what it observes; any thread asks.
 *
 * <p>What is shown approaches the {@linkplain DeviceLine line of the device} smoothly, never runs
 * backwards, never passes what has been written, and stays within {@value #LEAD_SECONDS} s of the
 * last report while reports come, so it stands still when the device does. Between the anchor and
 * the first move of the device it stands.
 */
final class AudioClock {
    /** Greatest lead over a report. */
    static final double LEAD_SECONDS = 0.06;

    /** What is shown jumps ahead to the line when it is farther behind than this. */
    private static final double JUMP_SECONDS = 0.04;

    /** Time in which what is shown approaches the line. */
    private static final double APPROACH_SECONDS = 0.05;

    /** What is shown runs at most so many times as fast as the sound. */
    private static final double FASTEST = 1.5;

    /**
     * Shown positions are multiples of this fraction of a frame, to stay monotone across threads.
     */
    private static final double FRACTIONS = 1024;

    private final double rate;
    private final DeviceLine line;

    // What any thread reads: guarded by the version, which is odd while they are being written.
    private volatile int version;
    private volatile long baseNanos;
    private volatile double baseFrames;
    private volatile double slope;
    private volatile double ceiling;
    private final AtomicLong shown = new AtomicLong();

    AudioClock(SampleRate rate) {
        this.rate = rate.hertz();
        this.line = new DeviceLine(rate.hertz());
    }

    /**
     * Makes the clock stand at a position until the device moves away from it: after a flush, while
     * stopped, before the first sound.
     *
     * @param frames not below any position shown before
     */
    void anchor(long nanos, double frames) {
        line.anchor(nanos, frames);
        publish(nanos, frames, 0, frames);
    }

    /**
     * Takes in what the device reports.
     *
     * @param nanos just before it was asked
     * @param device frames it says it has played
     * @param written frames it was given
     */
    void observe(long nanos, long device, long written) {
        line.observe(nanos, device);
        if (!line.isKnown()) {
            return;
        }
        double highest = Math.min(written, device + LEAD_SECONDS * rate);
        double now = Math.min(at(nanos), highest);
        double behind = Math.min(line.at(nanos), highest) - now;
        if (behind > JUMP_SECONDS * rate) {
            publish(nanos, now + behind, rate, written);
        } else {
            double approach = rate + behind / APPROACH_SECONDS;
            publish(nanos, now, Math.clamp(approach, 0, FASTEST * rate), written);
        }
    }

    /** Position in frames at a moment, for any thread. Never decreases. */
    double frames(long nanos) {
        long fractions = (long) (at(nanos) * FRACTIONS);
        return shown.accumulateAndGet(fractions, Math::max) / FRACTIONS;
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
