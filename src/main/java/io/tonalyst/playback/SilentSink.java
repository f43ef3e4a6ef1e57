// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.time.SampleRate;
import io.tonalyst.time.Ticker;

/**
 * A sink without a device: it consumes what is written in real time by a ticker and is heard by
 * nobody. Like a device it holds 100 ms. While it has nothing to play it stands still, but once it
 * is given more it makes up for up to a second: nobody hears a gap, so a late thread need not make
 * the picture late.
 */
public final class SilentSink implements AudioSink {
    private static final double NANOS = 1e9;
    private static final double MAX_DEBT_SECONDS = 1;

    private final SampleRate sampleRate;
    private final Ticker ticker;
    private final int capacity;
    private boolean running;
    private long written;

    /** Frames that should have been played; those not written yet are still owed. */
    private double due;

    private long asOf;

    public SilentSink(SampleRate sampleRate, Ticker ticker) {
        this.sampleRate = sampleRate;
        this.ticker = ticker;
        this.capacity = (int) (sampleRate.hertz() * AudioSinks.BUFFER_SECONDS);
        this.asOf = ticker.nanos();
    }

    @Override
    public SampleRate sampleRate() {
        return sampleRate;
    }

    @Override
    public boolean isAudible() {
        return false;
    }

    @Override
    public String name() {
        return "no sound device";
    }

    @Override
    public void start() {
        advance();
        running = true;
    }

    @Override
    public void stop() {
        advance();
        running = false;
    }

    @Override
    public void flush() {
        due = written;
        asOf = ticker.nanos();
    }

    @Override
    public int available() {
        advance();
        return (int) Math.min(Integer.MAX_VALUE, capacity - (written - (long) due));
    }

    @Override
    public boolean write(float[] stereo, int frames) {
        advance();
        written += frames;
        return true;
    }

    @Override
    public long framesPlayed() {
        advance();
        return Math.min(written, (long) due);
    }

    @Override
    public void close() {
        running = false;
    }

    private void advance() {
        long now = ticker.nanos();
        if (running) {
            due += (now - asOf) * (sampleRate.hertz() / NANOS);
            if (due - written > MAX_DEBT_SECONDS * sampleRate.hertz()) {
                due = written;
            }
        }
        asOf = now;
    }
}
