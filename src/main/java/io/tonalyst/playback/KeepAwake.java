// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/**
 * A second, silent line that keeps the sound server at work while the main line is stopped for a
 * pause or a seek. A server without a running stream falls asleep or renders far ahead, and the
 * next sound is then late: by 0.3 to 1.4 s with a PulseAudio null sink. Where a device takes only
 * one line there is none, and starts are as the device makes them.
 */
final class KeepAwake implements AutoCloseable {
    private static final long POLL_NANOS = 20_000_000;

    /** A device that has moved so often, by small steps without a longer gap, runs steadily. */
    private static final int STEADY_STEPS = 6;

    private static final long STEADY_GAP_NANOS = 80_000_000;

    /**
     * A step by more is a server that renders ahead: it takes whole buffers as fast as they come,
     * and counts as played what will be heard up to two seconds later.
     */
    private static final double SMALL_STEP_SECONDS = 0.06;

    /** A step may be larger where the last look was long ago, but not faster than this. */
    private static final double FASTEST = 1.5;

    private final SourceDataLine line;
    private final byte[] silence;
    private final Thread thread;
    private volatile boolean awake;
    private volatile boolean steady;
    private volatile boolean closed;

    private KeepAwake(SourceDataLine line) {
        this.line = line;
        this.silence = new byte[line.getBufferSize()];
        this.thread = Thread.ofPlatform().daemon().name("sound keep-awake").unstarted(this::run);
    }

    /** Opens the line, or returns null where the device takes no second one. */
    static @Nullable KeepAwake open(AudioFormat format, int bufferBytes) {
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(format);
            line.open(format, bufferBytes);
            KeepAwake opened = new KeepAwake(line);
            opened.thread.start();
            return opened;
        } catch (LineUnavailableException
                | IllegalArgumentException
                | IllegalStateException
                | SecurityException e) {
            return null;
        }
    }

    /** Begins to run, unless it does already. */
    void wake() {
        if (!awake) {
            awake = true;
            LockSupport.unpark(thread);
        }
    }

    /** Lets the device sleep. */
    void rest() {
        awake = false;
    }

    /** Whether the device consumes steadily, so that the main line will sound at once. */
    boolean isSteady() {
        return steady || closed;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        try {
            while (!closed) {
                if (awake) {
                    line.start();
                    feed();
                    steady = false;
                    line.stop();
                    line.flush();
                } else {
                    LockSupport.park(this);
                }
            }
        } finally {
            closed = true;
            line.close();
        }
    }

    private void feed() {
        long position = line.getLongFramePosition();
        long movedAt = System.nanoTime();
        long lookedAt = movedAt;
        int steps = 0;
        while (awake && !closed) {
            // PulseAudio at times takes more than the size of its buffer.
            int room = Math.min(silence.length, line.available());
            if (room > 0 && line.write(silence, 0, room) < room) {
                closed = true;
            }
            long now = System.nanoTime();
            long reached = line.getLongFramePosition();
            if (reached != position) {
                double step = (reached - position) / line.getFormat().getFrameRate();
                double elapsed = (now - lookedAt) / 1e9;
                boolean small = step <= Math.max(SMALL_STEP_SECONDS, FASTEST * elapsed);
                steps = small && now - movedAt < STEADY_GAP_NANOS ? steps + 1 : 0;
                steady = steps >= STEADY_STEPS;
                position = reached;
                movedAt = now;
            }
            lookedAt = now;
            LockSupport.parkNanos(this, POLL_NANOS);
        }
    }
}
