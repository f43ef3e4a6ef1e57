// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.time.SampleRate;
import io.tonalyst.time.Ticker;

/**
 * A sink without a device: it consumes what is written in real time by a ticker and is heard by
 * nobody. Like a device it holds 100 ms, and stands still while it has nothing to play.
 */
public final class SilentSink implements AudioSink {
    private static final double NANOS = 1e9;

    private final SampleRate sampleRate;
    private final Ticker ticker;
    private final int capacity;
    private boolean running;
    private long written;
    private double played;
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
        played = written;
        asOf = ticker.nanos();
    }

    @Override
    public int available() {
        advance();
        return (int) (capacity - (written - (long) played));
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
        return (long) played;
    }

    @Override
    public void close() {
        running = false;
    }

    private void advance() {
        long now = ticker.nanos();
        if (running) {
            played = Math.min(written, played + (now - asOf) * (sampleRate.hertz() / NANOS));
        }
        asOf = now;
    }
}
